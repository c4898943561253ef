import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { expected, type Declared } from './naive-csv.ts';
import { real } from './real-files.ts';

const school = (id: string, name: string, preamble: number, columns: Declared['columns']): Declared => ({
  id,
  path: ['skolverket-csv', `Grundskola - ${name} Kommun.csv`],
  // After the table: an empty line, and then pages of free text.
  format: { delimiter: ';', decimal: ',', preamble, footer: '^\\s*$' },
  columns: [['Kommun', 'text'], ['Typ av huvudman', 'text', { key: true }], ...columns],
});
const CODE = ['Kommun-kod', 'text', { key: true, pattern: '^\\d{4}$' }] as const;
const pupils: Declared['columns'] = [
  CODE,
  ['Andel (%) flickor, årskurs 1-9', 'decimal(4,1)'],
  ['Andel (%) elever med utländsk bakgrund, åk 1-9', 'text'],
  ['Elever, årskurs 1', 'integer'],
  ['Elever, årskurs 1-9', 'text'],
];
const staff: Declared['columns'] = [CODE, ['Andel med lärarlegitimation och behörighet', 'decimal(4,1)']];
const months = Array.from({ length: 12 }, (_, i) => String(i + 1));

const declared: readonly Declared[] = [
  {
    id: 'kommuner',
    path: ['csv-misc', 'kommuner.csv'],
    format: {},
    columns: [
      ['code', 'text', { key: true, pattern: '^\\d{4}$' }],
      ['name', 'text'],
      ['population', 'integer'],
      ['area', 'decimal(8,2)'],
      ['location_lat_google_2015_05_28', 'decimal(12,9)'],
    ],
  },
  {
    id: 'indicators',
    path: ['csv-misc', 'simplified_municipality_indicators.csv'],
    format: {},
    columns: [
      ['code', 'text', { key: true, pattern: '^\\d{4}$' }],
      ['name', 'text'],
      ['unemploymentChange', 'decimal(20,16)'],
      ['satisfactionElderlyCare', 'integer'],
    ],
  },
  {
    id: 'indicators-text',
    path: ['csv-misc', 'simplified_municipality_indicators.csv'],
    format: {},
    columns: [
      ['code', 'text', { key: true }],
      ['unemploymentChange', 'decimal(20,16)'],
      ['satisfactionElderlyCare', 'text'],
      ['snowmobiles', 'decimal(22,16)'],
    ],
  },
  {
    id: 'price-index',
    path: ['csv-misc', 'scb_konsumentprisindex_nbsp.csv'],
    format: { delimiter: ';', decimal: ',' },
    columns: [['År', 'integer', { key: true }], ...months.map(month => [month, 'integer'] as const), ['Year', 'integer']],
  },
  {
    id: 'price-index-text',
    path: ['csv-misc', 'scb_konsumentprisindex_nbsp.csv'],
    format: { delimiter: ';', decimal: ',' },
    columns: [['År', 'integer', { key: true }], ...months.map(month => [month, 'text'] as const), ['Year', 'text']],
  },
  school('pupils-2022', 'Antal elever per årskurs 2022', 5, pupils),
  school('pupils-2023', 'Antal elever per årskurs 2023', 5, pupils),
  school('pupils-2024', 'Antal elever per årskurs 2024', 5, pupils),
  school('grades-2025', 'Betyg årskurs 6, andel som fått godkänt betyg (A-E), per kön 2025', 6, [CODE]),
  school('costs-2024', 'Kostnader per kommun 2024', 6, [
    ['Kommunkod', 'text', { key: true, pattern: '^\\d{4}$' }],
    ['Totalt', 'integer'],
    ['Undervisning', 'text'],
    ['Genomsnittligt elevantal', 'integer'],
  ]),
  school('staff-2023', 'Personalstatistik med lärarlegitimation och behörighet 2023', 9, staff),
  school('staff-2024', 'Personalstatistik med lärarlegitimation och behörighet 2024', 9, staff),
];

/** Its second header line has `Antal elever` for girls and for boys; the line above, which tells them apart, is not read. */
const twice = school('grades-twice', 'Betyg årskurs 6, andel som fått godkänt betyg (A-E), per kön 2025', 6, [
  CODE,
  ['Antal elever', 'integer'],
]);

const sourceOf = ({ path, format, columns }: Declared): DeclaredSource => ({
  location: real(...path),
  format: { type: 'csv', ...format },
  columns: Object.fromEntries(columns.map(([header, type, said = {}], i) => [header, { name: `c${i}`, type, ...said }])),
});

let town: RealTown;
beforeAll(async () => {
  town = await loadReal(Object.fromEntries([...declared, twice].map(source => [source.id, sourceOf(source)])));
});
afterAll(() => town.close());

describe('files as municipalities and agencies publish them', () => {
  it.each(declared.map(source => [source.id, source] as const))(
    '%s: every record is loaded as it stands, rejected or ignored',
    async (id, source) => {
      const { rows, rejects, counts } = expected(source);
      expect(town.outcomeOf(id)).toEqual(counts);
      expect(counts.records).toBe(counts.loaded + counts.rejected + counts.ignored);
      expect(town.rejectsOf(id)).toEqual(rejects);
      // By name: a header that is a number stands before others, whatever the order it was declared in.
      const names = source.columns.map((_, i) => `c${i}::varchar`).join(', ');
      expect(await town.ask(`select ${names} from raw."${id}" order by _row`)).toEqual(rows);
    },
  );

  it('municipality codes keep their leading zero', async () => {
    expect(await town.ask(`select c0, c1, c2 from raw.kommuner where c0 in ('0114', '1481') order by 1`)).toEqual([
      ['0114', 'Upplands Väsby kommun', expect.any(String)],
      ['1481', 'Mölndals kommun', expect.any(String)],
    ]);
    expect(town.outcomeOf('kommuner')).toMatchObject({ loaded: 290, rejected: 0 });
  });

  it('a float’s artefact is not rounded away', async () =>
    expect(await town.ask(`select c1 from raw."indicators-text" where c0 = '0780'`)).toEqual([['0.0999999999999996']]));

  it('NA and - are not numbers: rejected where the column is one, kept where it is text', async () => {
    const raws = town.rejectsOf('indicators').map(([, rule, column, raw]) => `${rule} ${column} ${raw}`);
    const tally = Object.fromEntries([...new Set(raws)].sort().map(each => [each, raws.filter(raw => raw === each).length]));
    expect(tally).toEqual({ 'type satisfactionElderlyCare -': 1, 'type satisfactionElderlyCare NA': 158 });
    expect(town.outcomeOf('indicators-text')).toMatchObject({ loaded: 290, rejected: 0 });
  });

  it('numbers with a hard space between thousands are rejected as type, never read as something else', () => {
    expect(town.outcomeOf('price-index')).toMatchObject({ records: 16, loaded: 0, rejected: 16 });
    expect(town.rejectsOf('price-index').every(([, rule, , raw]) => rule === 'type' && /^\d\u00a0\d{3}$/.test(raw))).toBe(true);
  });

  it('Skolverket’s signs for missing and suppressed are rejected as type, never read as numbers', () => {
    const signs = (id: string, column: string) =>
      new Set(
        town
          .rejectsOf(id)
          .filter(([, , header]) => header === column)
          .map(([, , , raw]) => raw.replace(/\d/g, '9')),
      );
    expect(signs('staff-2024', 'Andel med lärarlegitimation och behörighet')).toEqual(new Set(['..']));
    expect(signs('costs-2024', 'Genomsnittligt elevantal')).toEqual(new Set(['9 999', '99 999']));
  });

  it('a column that stands twice under one name is an error, and not the first of the two', () =>
    expect(town.outcomeOf(twice.id)).toEqual({ records: 0, loaded: 0, rejected: 0, ignored: 0, faults: ['duplicate-column:7'] }));

  it('columns that are not declared are told, the nameless one after the last delimiter by its place', () => {
    const told = town.loaded.findings.find(({ code, sources }) => code === 'extra-column' && sources.includes('staff-2024'))!;
    expect(String(told.details.columns).split(', ').at(-1)).toBe('#14');
  });
});
