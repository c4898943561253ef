import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReal, textColumns, type DeclaredSource, type RealTown } from './load-real.ts';
import { real } from './real-files.ts';

const GRADES = 'Grundskola - Betyg årskurs 6, andel som fått godkänt betyg (A-E), per kön 2025 Kommun';
const MEASURES = [
  'Antal elever',
  'Antal ämnesbetyg (genomsnitt)',
  'Andel (%) elever som fått godkänt betyg i alla ämnen',
  'Andel (%) elever som ej fått godkänt betyg i ett ämne',
  'Andel (%) elever som ej fått godkänt betyg i fler, alternativt alla ämnen',
];
const ABOUT = ['Kommun', 'Kommun-kod', 'Län', 'Läns-kod', 'Typ av huvudman'];
const headers = [...ABOUT, ...['Flickor', 'Pojkar'].flatMap(sex => MEASURES.map(name => `${sex} / ${name}`))];

const csv: DeclaredSource = {
  location: real('skolverket-csv', `${GRADES}.csv`),
  format: { type: 'csv', delimiter: ';', decimal: ',', preamble: 5, header: 2, footer: '^\\s*$' },
  columns: textColumns(headers),
};
const xlsx: DeclaredSource = {
  location: real('skolverket-csv', `${GRADES}.xlsx`),
  format: { type: 'xlsx', sheet: 'Statistik', preamble: 6, header: 2 },
  columns: textColumns(headers),
};

const years = Array.from({ length: 15 }, (_, i) => String(2005 + i));
const sources: Readonly<Record<string, DeclaredSource>> = {
  csv,
  xlsx,
  'xlsx-any-sheet': { ...xlsx, format: { ...xlsx.format, sheet: undefined } },
  kolada: {
    location: real('excel', 'Kolada_2005.xlsx'),
    format: { type: 'xlsx', preamble: 1 },
    columns: {
      '#1': { name: 'kpi', type: 'text', required: true, key: true },
      '#2': { name: 'municipality', type: 'text', required: true, key: true },
      ...Object.fromEntries(years.map(year => [year, { name: `y${year}`, type: 'decimal(20,12)' }])),
    },
  },
  assistance: {
    location: real('excel', 'Socialstyrelsen_2024_10_16.xlsx'),
    format: { type: 'xlsx', preamble: 1, missing: ['--'] },
    columns: {
      År: { name: 'year', type: 'integer', key: true },
      Månad: { name: 'month', type: 'text', key: true },
      'Antal hushåll': { name: 'households', type: 'integer' },
      'Utbetalt ekonomiskt bistånd tkr': { name: 'paid', type: 'integer' },
    },
  },
  codes: {
    location: real('excel', 'kommuner_codes.xlsx'),
    format: { type: 'xlsx', header: 0 },
    columns: {
      '#1': { name: 'code', type: 'text', required: true, key: true, pattern: '^\\d{4}$' },
      '#2': { name: 'name', type: 'text', required: true },
      '#3': { name: 'page', type: 'text', required: true },
    },
  },
};

let town: RealTown;
beforeAll(async () => {
  town = await loadReal(sources);
});
afterAll(() => town.close());

describe('one table as CSV and as XLSX, as text (skolverket.real.ts: as values)', () => {
  it('has the same cells as text, but for how numbers are written', async () => {
    const [text, sheet] = [await town.rowsOf('csv'), await town.rowsOf('xlsx')];
    expect(sheet).toHaveLength(761);
    const written = (cell: string | null, column: number) =>
      column >= ABOUT.length && cell !== null && /^\d+( \d{3})*(,\d)?$/.test(cell)
        ? cell.replaceAll(' ', '').replace(',0', '').replace(',', '.')
        : cell;
    expect(sheet).toEqual(text.map(row => row.map(written)));
    expect(new Set(sheet.flat().filter(cell => cell !== null && /^\D/.test(cell) && cell.length < 5))).toEqual(
      new Set(['..', '.', '~100', ...sheet.flatMap(row => row.slice(0, 1)).filter(name => name!.length < 5)]),
    );
    expect(sheet[0]).toEqual([
      'Ale',
      '1440',
      'Västra Götalands län',
      '14',
      'Samtliga',
      '217',
      '17.1',
      '82',
      '8.3',
      '9.7',
      ...['228', '17', '69.7', '11', '19.3'],
    ]);
  });

  it('needs its sheet named: the workbook has two', () => {
    expect(town.outcomeOf('xlsx-any-sheet').faults).toEqual(['xlsx-sheet:-']);
    const { details } = town.loaded.findings.find(({ code }) => code === 'xlsx-sheet')!;
    expect(details.sheets).toBe('Statistik, Rapportbeskrivning och def.');
  });
});

describe('workbooks as people keep them', () => {
  it('Kolada’s own export: two columns without a name, years as headers, numbers as they were before they were doubles', async () => {
    expect(town.outcomeOf('kolada')).toEqual({ records: 105, loaded: 104, rejected: 0, ignored: 1, faults: [] });
    expect(
      await town.ask(`select y2005, y2007, y2019 from raw.kolada where municipality = 'Botkyrka' and kpi like 'Arbetslöshet%'`),
    ).toEqual([['6.629378000000', '5.236958000000', '8.206245000000']]);
    expect(await town.ask(`select y2018, y2019 from raw.kolada where municipality = 'Österåker' and kpi like 'Mediannetto%'`)).toEqual([
      ['282700.000000000000', null],
    ]);
  });

  it('an agency’s table: years as text, `--` for what is not known yet, formatted rows with nothing in them at the end', async () => {
    expect(town.outcomeOf('assistance')).toEqual({ records: 133, loaded: 132, rejected: 0, ignored: 1, faults: [] });
    expect(await town.ask('select year, month, paid from raw.assistance where households is null order by _row')).toEqual([
      ['2016', 'December', null],
      ...['September', 'Oktober', 'November', 'December'].map(month => ['2024', month, null]),
    ]);
    expect(await town.ask('select min(year), max(year), count(*) from raw.assistance')).toEqual([['2014', '2024', '132']]);
    expect(await town.ask(`select households, paid from raw.assistance where year = 2014 and month = 'Januari'`)).toEqual([
      ['3914', '26908'],
    ]);
  });

  it('a list without a header: every row is a record, and codes keep their leading zero', async () => {
    expect(town.outcomeOf('codes')).toEqual({ records: 290, loaded: 290, rejected: 0, ignored: 0, faults: [] });
    expect(await town.ask(`select code, name, page from raw.codes where code in ('1440', '0114') order by code`)).toEqual([
      ['0114', 'Upplands Väsby', 'Upplands Väsby kommun'],
      ['1440', 'Ale', 'Ale kommun'],
    ]);
  });
});
