/** The page that explains how everything is made. Paragraphs are whole, so that they can be translated. */
export const aboutTexts = {
  title: 'Om Målbild',
  lede: 'Målbild hämtar uttag ur kommunens system, räknar fram nyckeltal och jämför dem med den antagna planen. Här står hur.',
  status: 'Så sätts en status',
  statusText: [
    'En indikator är ett nyckeltal med ett målvärde i planen. Utfallet avrundas så som det skrivs ut och jämförs sedan med målvärdet.',
    'Statusen säger alltid vad den vilar på. Utfall: perioden som målet gäller är avslutad. Prognos: perioden pågår; månader som saknas får samma månads värde året innan. Hittills: det går inte att göra en prognos, så utfallet hittills jämförs med målet. Bedömning: en roll har lämnat ett omdöme.',
    'Kan en status inte sättas står det varför. Det är aldrig en gissning, och aldrig en nolla.',
    'Ett måls status följer av dess delar enligt regeln i planen. En bedömning visas bredvid, men ändrar aldrig en uträknad status.',
  ],
  marks: 'Märkena',
  marksTable: 'Märken och ord',
  marksText: 'Formen och ordet säger allt; färgen upprepar det.',
  solid: 'utfall eller bedömning',
  dashed: 'prognos eller utfallet hittills',
  tags: 'Orden vid siffrorna',
  tagWords: [
    ['example', 'siffran vilar på påhittade uppgifter'],
    ['partial', 'perioden är inte avslutad'],
    ['incomplete', 'perioden är avslutad, men en del av underlaget saknas'],
    ['preliminary', 'siffran kan ändras av den som lämnar den'],
    ['late', 'underlaget skulle ha kommit men har inte gjort det'],
    ['held', 'ett fel i underlaget utreds; den senaste säkra siffran visas'],
    ['revised', 'siffran har ändrats sedan den senaste uppföljningen'],
  ] as const,
  facts: 'Nivå, riktning och jämförelse',
  factsText: [
    'Nivå mot mål, riktning och jämförelse med andra är tre skilda fakta och visas var för sig.',
    'Riktningen jämför årets utfall hittills med samma tid året innan, över de månader som båda åren har. Skillnader mellan procenttal anges i procentenheter.',
    'Varje nivå räknas om från underlaget: en nämnds siffra är inte medelvärdet av enheternas.',
    'En enhet som har flyttat har sin egen siffra, och varje nämnd har den del av perioden då enheten hörde dit. Sådana rader är märkta del av perioden.',
  ],
  hidden: 'Dolda uppgifter',
  hiddenText:
    'En uppgift som gäller för få personer visas inte; hur många som är för få står vid varje nyckeltal. Statusar, prognoser och meningar räknas bara ur det som visas.',
  smallAloneText: [
    'Skyddet gäller den enskilda uppgiften. En dold uppgift kan därför i vissa fall gå att räkna fram ur summor som visas. Räkna inte med att en dold uppgift är omöjlig att räkna fram.',
  ],
  complementsText: [
    'En dold uppgift ska inte heller gå att räkna fram ur det som visas. Därför döljs också andra uppgifter, så få som möjligt: ett kvartals tredje månad, en nämnds tredje enhet, det andra könet. De ser likadana ut, och är aldrig en nolla: en uppgift om ingen alls visas.',
    'Skyddet gäller antal, summor och andelar. Medianer och antal olika personer följer samma rader, men vad en gräns uppåt eller nedåt säger om dem är inte uträknat.',
  ],
  openData: 'Öppna data',
  openDataText: 'Varje nyckeltal kan laddas ned som csv och parquet, med samma siffror som sidorna och utan avrundning.',
  openDataLink: 'Filerna, kolumnerna och villkoren',
  editions: 'Utgåvor',
  editionsText:
    'Allt som visas hör till en utgåva, som inte ändras i efterhand. Varje sida säger i vilken utgåva dess innehåll senast ändrades. En uppföljning som har rapporterats står kvar som den var; siffror som senare har ändrats är märkta Reviderad.',
  signals: 'Signaler',
  signalsText: [
    'Siffror rör sig alltid lite. För varje serie med minst tolv perioder räknas det fram hur mycket den brukar röra sig: nivån och en gräns på var sida om den. Det som ligger innanför är vanlig variation och inget att förklara.',
    'En signal är en period utanför gränserna, minst sju perioder i rad på samma sida om nivån, minst sju som stiger eller sjunker, eller två av tre nära en gräns. Den säger att något är annorlunda, inte vad det beror på.',
    'Följer serien årstiden jämförs en månad med samma månad andra år. När något har lagts om räknas gränserna om från den dagen, och skälet står i diagrammet.',
  ],
  forecasts: 'Prognoser',
  forecastsText: [
    'En prognos är utfallet hittills och, för de perioder som återstår, samma period året innan. Ett annat sätt används bara där det har träffat bättre på kommunens egna siffror; vilket det är står på nyckeltalets sida.',
    'Osäkerheten är mätt: prognosen görs om för tidigare år, och felen då ger ett intervall som rymmer åtta av tio tänkbara utfall. Sannolikheten att nå målet sägs i tiondelar och ändrar aldrig en status.',
    'Räcker inte siffrorna till finns det ingen prognos, och det står varför.',
  ],
  language: 'Språk',
  languageText: 'Sidorna är på svenska. Definitioner i SQL, id:n och kolumnnamn är på engelska och är uppmärkta så.',
  privacy: 'Läsarens uppgifter',
  privacyText:
    'Sidorna sätter inga kakor och hämtar ingenting från andra webbplatser. Sidor som du har läst kan ligga kvar i webbläsaren, så att de går att läsa utan nät.',
};
