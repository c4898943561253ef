import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, type DeclaredSource, type RealTown } from './load-real.ts';
import { expected, selected, sourceOf, type Declared } from './naive-csv.ts';
import { real } from './real-files.ts';

const MARKS = { marks: { '.': 'missing', '..': 'suppressed', '~100': 'about-100' } };
const about = (code: string): Declared['columns'] => [
  ['Kommun', 'text', { required: true }],
  [code, 'text', { required: true, key: true, pattern: '^\\d{4}$' }],
  ['Län', 'text'],
  ['Läns-kod', 'text'],
  ['Typ av huvudman', 'text', { key: true, allowed: ['Samtliga', 'Kommunal', 'Enskild', 'Region', 'Statlig', 'Internationella skolor'] }],
];
const school = (
  id: string,
  name: string,
  preamble: number,
  header: 1 | 2,
  columns: Declared['columns'],
  code = 'Kommun-kod',
): Declared => ({
  id,
  path: ['skolverket-csv', `Grundskola - ${name} Kommun.csv`],
  // After the table: an empty line, and then pages of free text.
  format: { delimiter: ';', decimal: ',', thousands: 'space', preamble, header, footer: '^\\s*$' },
  columns: [...about(code), ...columns],
});

const share = 'decimal(4,1)';
const pupils: Declared['columns'] = [
  ['Andel (%) flickor, årskurs 1-9', share, MARKS],
  ['Andel (%) elever med utländsk bakgrund, åk 1-9', share, MARKS],
  ['Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9', share, MARKS],
  ...Array.from({ length: 9 }, (_, i) => [`Elever, årskurs ${i + 1}`, 'integer', MARKS] as const),
  ['Elever, årskurs 1-9', 'integer'],
];
const grades: Declared['columns'] = ['Flickor', 'Pojkar'].flatMap(sex => [
  [`${sex} / Antal elever`, 'integer', MARKS] as const,
  [`${sex} / Antal ämnesbetyg (genomsnitt)`, share, MARKS] as const,
  [`${sex} / Andel (%) elever som fått godkänt betyg i alla ämnen`, share, MARKS] as const,
  [`${sex} / Andel (%) elever som ej fått godkänt betyg i ett ämne`, share, MARKS] as const,
  [`${sex} / Andel (%) elever som ej fått godkänt betyg i fler, alternativt alla ämnen`, share, MARKS] as const,
]);
const costs: Declared['columns'] = [
  'Genomsnittligt elevantal',
  'Totalt',
  'Undervisning',
  'Totalt per elev',
  ...['Undervisning', 'Lokaler', 'Måltider', 'Lärverktyg', 'Elevhälsa', 'Övrigt'].map(each => `${each} per elev`),
].map(header => [header, 'integer', { required: true }]);
const [FULL_TIME, TEACHERS] = ['#Heltidstjänster', '#Tjänstgörande lärare'];
const staff: Declared['columns'] = [
  [`${FULL_TIME} / Totalt antal`, 'decimal(8,1)', MARKS],
  [`${FULL_TIME} / Antal med lärarlegitimation och behörighet`, 'decimal(8,1)', MARKS],
  [`${FULL_TIME} / Andel med lärarlegitimation och behörighet`, share, MARKS],
  [`${FULL_TIME} / Förstelärare`, 'decimal(8,1)', MARKS],
  [`${TEACHERS} / Totalt antal`, 'integer', MARKS],
  [`${TEACHERS} / Antal med lärarlegitimation och behörighet i minst ett ämne`, 'integer', MARKS],
  [`${TEACHERS} / Andel med lärarlegitimation och behörighet i minst ett ämne`, share, MARKS],
  [`${TEACHERS} / Förstelärare`, 'integer', MARKS],
];
const GRADES = 'Betyg årskurs 6, andel som fått godkänt betyg (A-E), per kön 2025';
const STAFF = 'Personalstatistik med lärarlegitimation och behörighet';

const declared: readonly Declared[] = [
  school('pupils-2022', 'Antal elever per årskurs 2022', 5, 1, pupils),
  school('pupils-2023', 'Antal elever per årskurs 2023', 5, 1, pupils),
  school('pupils-2024', 'Antal elever per årskurs 2024', 5, 1, pupils),
  school('grades-2025', GRADES, 5, 2, grades),
  school('costs-2024', 'Kostnader per kommun 2024', 6, 1, costs, 'Kommunkod'),
  school('staff-2023', `${STAFF} 2023`, 8, 2, staff),
  school('staff-2024', `${STAFF} 2024`, 8, 2, staff),
];
/** The same table as a workbook: one more row above, and nothing below. */
const twin: DeclaredSource = {
  location: real('skolverket-csv', `Grundskola - ${GRADES} Kommun.xlsx`),
  format: { type: 'xlsx', sheet: 'Statistik', preamble: 6, header: 2 },
  columns: sourceOf(declared.find(({ id }) => id === 'grades-2025')!).columns,
};
const grade = declared.find(({ id }) => id === 'grades-2025')!;
/** With the second header line alone, `Antal elever` stands twice: for girls and for boys. */
const twice: Declared = school('grades-twice', GRADES, 6, 1, [['Antal elever', 'integer']]);
const unmarked: Declared = school('staff-unmarked', `${STAFF} 2024`, 8, 2, [[`${FULL_TIME} / Förstelärare`, 'decimal(8,1)']]);

let town: RealTown;
beforeAll(async () => {
  const csv = [...declared, twice, unmarked].map(source => [source.id, sourceOf(source)]);
  town = await loadReal({ ...Object.fromEntries(csv), twin });
});
afterAll(() => town.close());

/** How often each mark stands in a table, by mark. */
async function marksIn({ id, columns }: Declared): Promise<Record<string, number>> {
  const names = columns.flatMap(([, , said], i) => (said?.marks ? [`c${i}_mark`] : []));
  const each = names.map(name => `select ${name} as mark from raw."${id}" where ${name} is not null`);
  if (each.length === 0) return {};
  const counted = await town.ask(`select mark, count(*) from (${each.join(' union all ')}) group by 1 order by 1`);
  return Object.fromEntries(counted.map(([mark, count]) => [mark, Number(count)]));
}

describe('Skolverket’s tables as CSV, every column with its own type', () => {
  it('are all there is', () =>
    expect(declared.map(({ path }) => path[1]!.normalize('NFC')).sort()).toEqual(
      readdirSync(real('skolverket-csv'))
        .filter(name => name.endsWith('.csv'))
        .map(name => name.normalize('NFC'))
        .sort(),
    ));

  it.each(declared.map(source => [source.id, source] as const))(
    '%s: nothing is rejected; every cell is as it stands',
    async (id, source) => {
      const { rows, counts } = expected(source);
      expect(town.outcomeOf(id)).toEqual(counts);
      expect(counts.rejected).toBe(0);
      expect(await town.ask(`select ${selected(source.columns)} from raw."${id}" order by _row`)).toEqual(rows);
    },
  );

  it('have the marks that were counted in them, and none is a number', async () => {
    const counted = await Promise.all(declared.map(async source => [source.id, await marksIn(source)]));
    expect(Object.fromEntries(counted)).toEqual({
      'pupils-2022': { 'about-100': 2, missing: 216, suppressed: 52 },
      'pupils-2023': { 'about-100': 3, missing: 215, suppressed: 53 },
      'pupils-2024': { 'about-100': 2, missing: 217, suppressed: 52 },
      'grades-2025': { 'about-100': 113, missing: 240, suppressed: 959 },
      'costs-2024': {},
      'staff-2023': { missing: 76 },
      'staff-2024': { missing: 86, suppressed: 72 },
    });
  });

  it('a column that is 0,0 for everyone is loaded as it is: a zero was delivered', async () =>
    expect(await town.ask(`select c8, count(*) from raw."staff-2024" group by 1 order by 2`)).toEqual([
      [null, '52'],
      ['0.0', '717'],
    ]));

  it('a sign that is declared nowhere is a reject at its line, never a number', () => {
    const rejects = town.rejectsOf(unmarked.id);
    expect(rejects).toHaveLength(52);
    expect(new Set(rejects.map(([, rule, column, raw]) => `${rule} ${column} ${raw}`))).toEqual(
      new Set([`type ${FULL_TIME} / Förstelärare .`, `type ${FULL_TIME} / Förstelärare ..`]),
    );
    expect(rejects.map(([line]) => line)).toEqual(expected(unmarked).rejects.map(([line]) => line));
  });

  it('a column that stands twice under one name is an error, and not the first of the two', () =>
    expect(town.outcomeOf(twice.id)).toEqual({ records: 0, loaded: 0, rejected: 0, ignored: 0, faults: ['duplicate-column:7'] }));

  it('columns that are not declared are told, the nameless one after the last delimiter by its place', () => {
    const told = town.loaded.findings.find(({ code, sources }) => code === 'extra-column' && sources.includes('staff-2024'))!;
    expect(String(told.details.columns).split(', ').at(-1)).toMatch(/#14$/);
  });
});

describe('one table as CSV and as XLSX', () => {
  it('gives identical tables, row by row, types, values and marks', async () => {
    const query = (id: string) => `select columns(* exclude (_row)) from raw."${id}" order by _row`;
    const [text, sheet] = [await town.ask(query('grades-2025')), await town.ask(query('twin'))];
    expect(sheet).toHaveLength(761);
    expect(sheet).toEqual(text);
    const typesOf = (id: string) => town.ask(`select column_name, column_type from (describe raw."${id}") where column_name <> '_row'`);
    expect(await typesOf('twin')).toEqual(await typesOf('grades-2025'));
    expect(town.outcomeOf('twin')).toEqual({ records: 767, loaded: 761, rejected: 0, ignored: 6, faults: [] });
    expect(grade.columns).toHaveLength(15);
  });
});
