/** The accessibility statement that the law on digital public service (2018:1937) asks for. */
export const accessibilityTexts = {
  title: 'Tillgänglighetsredogörelse',
  intro: (municipality: string) =>
    `${municipality} svarar för Målbild, de här sidorna. Alla ska kunna läsa dem. Här står hur väl de följer lagen om tillgänglighet till digital offentlig service (2018:1937), vilka brister som är kända och hur du säger till om fler.`,
  conformance: 'Hur tillgängliga sidorna är',
  conformanceText: [
    'Sidorna är delvis förenliga med lagens krav. De är byggda för WCAG 2.2 på nivå AA, som omfattar de krav i WCAG 2.1 som lagen pekar på genom standarden EN 301 549. Skälet till att det inte står helt förenliga är bristerna här under.',
    'Ingenting är undantaget för att det skulle vara oskäligt betungande att rätta.',
  ],
  defects: 'Kända brister',
  defectsText: [
    'Sidorna har inte granskats av någon utomstående, och inte prövats av läsare med egna hjälpmedel. Det kan därför finnas brister som proven inte hittar.',
    'Proven görs i Chromium. I andra webbläsare är sidorna inte prövade på samma sätt.',
    'Filerna i csv, parquet och json är till för program och följer inga krav på läsbarhet. Samma siffror står i tabellerna på sidorna.',
    'Texter som kommunen skriver, som mål, bedömningar och namn, visas som de är skrivna. Är de svåra att läsa blir sidorna det också.',
  ],
  tests: 'Så är sidorna prövade',
  testsText:
    'Bedömningen är vår egen. De här proven ingår i Målbilds provsvit och är gjorda på en exempelkommuns sidor av varje slag, inte på just den här kommunens:',
  contact: 'Säg till om en brist',
  contactText: (municipality: string) =>
    `Hittar du något som inte går att läsa eller använda, eller behöver du innehållet på ett annat sätt, så hör av dig till ${municipality}.`,
  email: 'E-post',
  phone: 'Telefon',
  url: 'Webbsida',
  noContact: (municipality: string) => `${municipality} har inte angett vart man vänder sig om de här sidorna.`,
  supervision: 'Tillsyn',
  supervisionText:
    'Myndigheten för digital förvaltning, Digg, ser till att lagen följs. Är du inte nöjd med kommunens svar kan du anmäla bristen dit.',
  supervisionLink: 'Anmäl bristande tillgänglighet till Digg',
  supervisionAddress: 'https://www.digg.se/tdosanmalan',
  date: (assessed: string, edition: string) =>
    `Bedömningen av hur Målbild följer lagen gjordes ${assessed}. Sidan ändrades senast i utgåvan ${edition}.`,
};
