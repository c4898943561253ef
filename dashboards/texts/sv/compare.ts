/** The pages that compare the municipality with others, and their charts. */
export const compareTexts = {
  listTitle: 'Jämför',
  listLede: (count: number, own: string) =>
    count === 1
      ? `Ett nyckeltal går att jämföra med andra kommuners. Så står sig ${own}.`
      : `${count} nyckeltal går att jämföra med andra kommuners. Så står sig ${own}.`,
  listCaption: 'Egen plats bland kommunerna med värde, senaste året som tillräckligt många har. Plats 1 är bäst.',
  listColumns: { metric: 'Nyckeltal', value: 'Här' },
  unitAndDesired: (unit: string, desired: string) => (unit === '' ? desired : `${unit}, ${desired}`),
  pageTitle: (metric: string) => `${metric}, jämfört`,
  all: 'Alla kommuner i jämförelsen',
  amongAll: 'bland alla kommuner i jämförelsen',
  amongGroup: (group: string) => `i gruppen ${group}`,
  placeWithPeriod: (rank: number, ranked: number, period: string) => `${rank} av ${ranked} (${period})`,
  noPlace: 'ingen plats',
  headingPlace: (rank: number, ranked: number, group: string, period: string) => `${group}: plats ${rank} av ${ranked}, ${period}`,
  headingPlain: (group: string, period: string) => `${group}, ${period}`,
  sentence: (own: string, value: string, period: string) => `${own} hade ${value} ${period}.`,
  standing: (rank: number, ranked: number, among: string) => `Det är plats ${rank} av ${ranked} ${among}`,
  shared: (others: number) => (others === 1 ? ', delad med en annan' : `, delad med ${others} andra`),
  betterThan: (count: number, others: number) =>
    count === 0
      ? 'Ingen av de andra har ett sämre värde.'
      : count === others
        ? 'Alla andra har ett sämre värde.'
        : `Det är bättre än ${count} av de ${others} andra.`,
  desiredShort: {
    lower: 'lägre är bättre',
    higher: 'högre är bättre',
    target: 'varken högre eller lägre är alltid bättre',
    none: 'ingen riktning är bättre',
  },
  desired: {
    lower: 'Lägre är bättre.',
    higher: 'Högre är bättre.',
    target: 'Varken högre eller lägre är alltid bättre.',
    none: 'Ingen riktning är bättre än en annan.',
  },
  median: (value: string, among: string) => `Medianen ${among} är ${value}.`,
  tooFew: (n: number, among: string) => `Bara ${n} ${among} har värde då: för få för en plats eller en median.`,
  medianLabel: (value: string) => `median ${value}`,
  ownAt: (own: string, value: string, period: string) => `${own} ${value} ${period}.`,
  spreadAt: (low: string, high: string, median: string) => `Hälften av gruppen mellan ${low} och ${high}, median ${median}.`,
  ofRanked: (ranked: number) => `av ${ranked}`,
  placeAt: (period: string, rank: number, ranked: number) => `${period}: plats ${rank} av ${ranked}`,
  ranked: (count: number, [first, last]: readonly [string, string], own: string | null, median: string | null) =>
    [
      `${count} värden, från ${first} till ${last}.`,
      ...(own ? [`${own}.`] : []),
      ...(median ? [`Median ${median}.`] : []),
      'Alla värden finns i tabellen.',
    ].join(' '),
  rankedTitle: (question: string, period: string) => `${question} ${period}`,
  rankedKey: { own: 'Egen kommun', other: 'Annan kommun', band: 'Hälften av kommunerna, från undre till övre kvartil', line: 'Median' },
  rankedNote: {
    lower: 'Lägst, som är bäst, står överst.',
    higher: 'Högst, som är bäst, står överst.',
    target: 'Högst står överst.',
    none: 'Högst står överst.',
  },
  pileNote: 'Varje punkt är en kommun. Tabellen har dem alla vid namn.',
  trendTitle: 'Över tid',
  trendKey: (own: string) => ({ own, median: 'Gruppens median', band: 'Hälften av gruppen' }),
  placesTitle: 'Plats över tid',
  placesNote: 'Linjen överst är plats 1, den grå linjen hur många som hade värde. Hålet är år då för få hade värde.',
  placesNoteWhole: 'Linjen överst är plats 1, den grå linjen hur många som hade värde.',
  noPlaces: 'Någon plats över tid visas inte, eftersom ingen riktning är bättre än en annan.',
  tableCaption: (group: string, unit: string) => `${group}, alla värden${unit === '' ? '' : `, ${unit}`}.`,
  tableColumns: { member: 'Kommun', place: 'Plats' },
  medianRow: 'Median',
  noRow: 'ingen uppgift',
  groups: 'Grupper',
  unweighted: 'Alla kommuner väger lika. Lika värden, som de skrivs ut, delar plats.',
  toMetric: (metric: string) => `Mer om ${metric}`,
  fromMetric: 'Jämför med andra kommuner, plats för plats',
  toMap: 'Visa på karta',
  toCompare: 'Jämför med andra kommuner',
  toList: 'Alla jämförelser',
  mapsOf: 'Kartor',
};
