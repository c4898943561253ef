import { memberTexts } from './member.ts';

const NB = '\u00a0';

/** Utforska: choices, sizes, the table and what is said of an address that cannot be followed. */
export const exploreTexts = {
  title: 'Utforska',
  lede: 'Sätt ihop din egen tabell av de publicerade siffrorna, med ett diagram. Adressen till det du ser går att dela.',
  how: 'Du väljer ett eller flera nyckeltal, vad som står på raderna och i kolumnerna, och vilka perioder och grupper det gäller. Inget räknas om: tabellen visar publicerade siffror, och säger till där ingen är publicerad.',
  withoutScript: 'Att välja själv kräver JavaScript. Utan det finns exemplet nedan och alla siffror som filer.',
  choose: 'Välj nyckeltal',
  metric: 'Nyckeltal',
  chosen: 'Valda nyckeltal',
  add: 'Lägg till',
  remove: 'Ta bort',
  removeNamed: (name: string) => `Ta bort ${name}`,
  start: 'Hämta och visa',
  /** Before anything is fetched; sizes as `size` writes them. */
  willFetch: (all: string, code: string, data: string) => `Hämtar ${all}: ${code} program, en gång, och ${data} siffror.`,
  willAdd: (data: string) => `Att lägga till hämtar ${data} siffror.`,
  unpacked: (all: string) => `Från en webbserver som inte komprimerar: ${all}.`,
  fetching: 'Hämtar siffror.',
  failed: 'Siffrorna gick inte att hämta. Försök igen, eller ladda ner dem som fil nedan.',
  size: (bytes: number) => (bytes < 1000 ? `1${NB}kB` : `${Math.ceil(bytes / 1000)}${NB}kB`),
  controls: 'Välj vad som visas',
  rows: 'Rader',
  columns: 'Kolumner',
  noColumns: 'inga',
  metrics: 'Nyckeltal',
  period: 'Period',
  grain: 'Tid',
  from: 'Från',
  to: 'Till',
  usual: 'senaste',
  chart: 'Diagram',
  charts: { lines: 'linjer', bars: 'staplar', none: 'inget' },
  membersOf: (dimension: string, chosen: number, all: number) =>
    chosen === all
      ? `Välj i ${dimension.toLowerCase()}: alla ${all} visas`
      : `Välj i ${dimension.toLowerCase()}: ${chosen} av ${all} visas`,
  topLevel: 'översta nivån',
  allLevels: 'alla nivåer',
  under: (name: string) => `${name} och närmast under`,
  ownChoice: 'eget urval',
  showing: (rows: number, all: number, columns: number) =>
    rows < all
      ? `Visar ${rows} av ${all} rader, ${columns} kolumner.`
      : `Visar ${all === 1 ? '1 rad' : `${all} rader`}, ${columns === 1 ? '1 kolumn' : `${columns} kolumner`}.`,
  more: (count: number) => `Visa ${count} rader till`,
  nothing: 'Inga publicerade siffror passar valet. Välj en annan period, eller färre grupper.',
  figure: 'Siffra',
  caption: (metrics: string, about: string) => `${metrics}. ${about}`,
  about: (dimension: string, member: string) => `${dimension}: ${member}`,
  source: (names: readonly string[]) => `Källa: ${names.join(', ')}.`,
  edition: (date: string) => `Utgåva ${date}.`,
  hidden: 'dold',
  hiddenRest: ' av hänsyn till enskilda',
  none: '–',
  noneRest: 'ingen siffra är publicerad',
  note: {
    hidden: 'Dold: siffran visas inte av hänsyn till enskilda.',
    none: '–: ingen siffra är publicerad för den raden och kolumnen.',
  },
  chartShows: (shown: number, all: number) =>
    `Diagrammet visar de ${shown} första av ${all}; tabellen har fler. Välj själv vilka under Rader eller Kolumner.`,
  barsShow: (shown: number, all: number) => `Diagrammet visar de ${shown} högsta av ${all}; tabellen har fler.`,
  chartTitle: (metric: string, about: string) => `${metric}, ${about}`,
  noChart: 'Det finns inga siffror att rita.',
  download: 'Ladda ner tabellen (csv)',
  csv: {
    metric: 'Nyckeltal',
    unit: 'Enhet',
    selection: 'Urval',
    source: 'Källa',
    edition: 'Utgåva',
    address: 'Adress',
    example: 'Exempeldata',
    exampleSays: 'Siffrorna är påhittade och visar hur sidan ser ut.',
    remark: (column: string) => `${column}, anmärkning`,
    none: 'ingen siffra publicerad',
    file: 'utforska.csv',
  },
  example: (name: string) => `Ett exempel: ${name}`,
  exampleIntro: 'Så här ser ett resultat ut.',
  list: 'Alla nyckeltal och deras filer',
  listIntro: 'Samma siffror som här, med täljare, nämnare och antal personer.',
  listHeads: { metric: 'Nyckeltal', files: 'Öppna data' },
  whole: memberTexts.whole,
  problems: 'Adressen gick inte att följa helt',
  problem: {
    metric: (id: string) => `Nyckeltalet ”${id}” finns inte.`,
    name: (name: string) => `”${name}” är inget som går att välja.`,
    value: (name: string, value: string) => `”${value}” går inte att välja som ${name}; det vanliga visas i stället.`,
    member: (dimension: string, values: string) => `${dimension} har inte ”${values}” i de valda siffrorna.`,
    oneMember: (dimension: string) =>
      `${dimension} står varken på rader eller i kolumner, och då gäller siffrorna en i taget: den första visas.`,
    backwards: (from: string, to: string) => `Perioden ”${from}” kommer efter ”${to}”; de vanliga perioderna visas i stället.`,
  },
};
