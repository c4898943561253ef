import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { NESTED } from '../../../../pipeline/load/formats/record-sink.ts';
import { column, declare, xlsx } from '../../declare.ts';
import { readAll } from '../../read-all.ts';
import { xlsxOf } from '../../../../demonstration/write-xlsx.ts';
import type { Sheet, SheetValue } from '../../../../demonstration/write-xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (format: Parameters<typeof xlsx>[0], ...names: string[]) =>
  declare({ columns: names.map(name => column(name)), format: xlsx(format) });
const read = async (rows: Sheet['rows'], format: Parameters<typeof xlsx>[0] = {}, ...names: string[]) =>
  readAll(folder, await xlsxOf([{ name: 'Blad1', rows }]), source(format, ...(names.length ? names : ['a', 'b'])));
/** What each cell of one column is told as. */
const told = async (values: SheetValue[], dates: '1900' | '1904' = '1900') => {
  const sheet = { name: 'Blad1', rows: [['k', 'a'], ...values.map((value, i): SheetValue[] => [i, value])] };
  const { records } = await readAll(folder, await xlsxOf([sheet], dates), source({}, 'a'));
  return records.map(([, cell]) => cell);
};
const raw = (attributes: string, content: string): SheetValue => ({ xml: `<c ${attributes}>${content}</c>` });

describe('readXlsx: cells', () => {
  it('takes text as it stands: shared, in the cell, of a formula', async () => {
    const values = ['1 234,5', ' å ', { inline: '~100' }, { formula: 'A1&""', value: 'x' }, 'a\r\nb', '_x005F_x000D_'];
    expect(await told(values)).toEqual(['1 234,5', ' å ', '~100', 'x', 'a\r\nb', '_x000D_']);
  });

  it('takes rich text whole, and not how it is pronounced', async () => {
    const rich = raw('t="inlineStr"', '<is><r><t>Åby </t></r><r><rPr><b/></rPr><t>kommun</t></r><rPh sb="0" eb="1"><t>oby</t></rPh></is>');
    expect(await told([rich])).toEqual(['Åby kommun']);
  });

  it('gives a number the shortest decimals that are the same number, and no exponent', async () => {
    const number = (text: string) => raw('', `<v>${text}</v>`);
    const written = ['82', '82.0', '0.28999999999999998', '1E+21', '1.5E-7', '-0.5', '123456789012345678', '0.1', '.5', '+3', '-0', '007'];
    expect(await told(written.map(number))).toEqual([
      ...['82', '82', '0.29', '1000000000000000000000', '0.00000015', '-0.5', '123456789012345680', '0.1', '0.5', '3', '0', '7'],
    ]);
  });

  it('shows days, months and times as their number formats do', async () => {
    const day = (serial: number, format: string) => ({ serial, format });
    const values = [day(46142, 'yyyy-mm-dd'), day(46113, 'yyyy-mm'), day(46142.5, 'yyyy-mm-dd'), day(46142, '#,##0'), day(60, 'd/m')];
    expect(await told(values)).toEqual(['2026-04-30', '2026-04', '2026-04-30T12:00:00', '46142', NESTED]);
    expect(await told([day(44680, 'yyyy-mm-dd')], '1904')).toEqual(['2026-04-30']);
    expect(await told([raw('t="d"', '<v>2026-04-30T00:00:00</v>'), raw('t="d"', '<v>2026-04-30T13:00:00</v>')])).toEqual([
      '2026-04-30',
      '2026-04-30T13:00:00',
    ]);
  });

  it('tells true and false, and what a formula came to', async () => {
    expect(await told([true, false, { formula: '1+1', value: 2 }, raw('t="b"', '<f>TRUE()</f><v>1</v>')])).toEqual([
      ...['true', 'false', '2', 'true'],
    ]);
  });

  it('takes nothing that is no value for a value, and not for an empty cell', async () => {
    const none = [
      ...[{ error: '#N/A' }, { error: '#DIV/0!' }, raw('t="e"', ''), { formula: 'SUM(B2:B9)' }, raw('', '<f>A1</f><v></v>')],
      ...[raw('t="str"', '<f>A1</f>'), raw('', '<v>12 kr</v>'), raw('', '<v>0x10</v>'), raw('', '<v>1e999</v>'), raw('', '<v>NaN</v>')],
      ...[raw('t="s"', '<v>99</v>'), raw('t="b"', '<v>ja</v>'), raw('t="x"', '<v>1</v>'), { serial: -1, format: 'yyyy-mm-dd' }],
    ];
    expect(await told(none)).toEqual(none.map(() => NESTED));
  });

  it('takes an empty text for an empty cell', async () => {
    const empty = ['', { inline: '' }, { formula: 'IF(1,"")', value: '' }, raw('s="1"', ''), raw('', '<v></v>'), null];
    expect(await told(empty)).toEqual(empty.map(() => null));
  });

  it('gives any text and any number back', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'å', '€', '<', '&', '"', ' ', '\n', '\r', '_x', '000D_', '\t'),
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1 }),
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
        async (texts, numbers) => {
          fc.pre(texts.every(each => !/_x[0-9A-Fa-f]{4}_/.test(each)));
          const cells = await told([...texts, ...numbers]);
          expect(cells.slice(0, texts.length)).toEqual(texts);
          expect(cells.slice(texts.length).map(cell => Number(cell) || 0)).toEqual(numbers.map(number => number || 0));
          expect(cells.slice(texts.length).every(cell => /^-?\d+(\.\d+)?$/.test(String(cell)))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('readXlsx: the table', () => {
  it('finds columns by name, and a record’s line is its row', async () => {
    expect((await read([['b', 'a'], [1, 2], null, [3, 'x']])).records).toEqual([
      [2, '2', '1'],
      [4, 'x', '3'],
    ]);
  });

  it('leaves out empty rows and columns at the end, and rejects empty rows between', async () => {
    const { records, misfits, notices } = await read([['a', 'b', '', null], [1, 2], [], null, ['', null], [3], [], [null, ''], []]);
    expect(records).toEqual([
      [2, '1', '2'],
      [6, '3', null],
    ]);
    expect(misfits).toEqual([
      [3, ''],
      [4, ''],
      [5, ''],
    ]);
    expect(notices).toEqual([]);
  });

  it('ignores what is declared to be ignored, whether the file has the rows or not', async () => {
    const rows: Sheet['rows'] = [['Rapport'], null, ['a', 'b'], [1, 2], ['Summa', 2], [], ['Källa', 'HR', 'x'], [5, 6]];
    const format = { preamble: 2, ignore: '^(Summa\\t2|)$', footer: '^Källa\\tHR\\tx$' };
    expect(await read(rows, format)).toEqual({
      records: [[4, '1', '2']],
      misfits: [],
      ignored: 6,
      header: ['a', 'b'],
      trailers: [],
      notices: [],
      faults: [],
    });
  });

  it('reads a header of two rows with merged cells, and a number as a header', async () => {
    const rows: Sheet['rows'] = [
      [null, 'Flickor', null, 2025],
      ['Kommun', 'Antal', 'Andel'],
      ['Ale', 1, 2, 3],
    ];
    expect((await read(rows, { header: 2 }, 'Kommun', 'Flickor / Andel', '2025')).records).toEqual([[3, 'Ale', '2', '3']]);
  });

  it('tells cells outside the header’s columns, and reads the rest of the row; a row of nothing else is rejected', async () => {
    const { records, misfits, notices } = await read([
      ['a', 'b'],
      [1, 2],
      [3, 4, null, 'obs!'],
      [null, null, 'obs!'],
      [5, 6, ''],
    ]);
    expect(records.map(([line]) => line)).toEqual([2, 3, 5]);
    expect(misfits).toEqual([[4, '\t\tobs!']]);
    expect(notices).toEqual([{ code: 'extra-column', line: 3, details: { columns: '#4' } }]);
  });

  it('reads rows and cells that do not say where they are', async () => {
    const bare = (text: string): SheetValue => ({ xml: `<c t="str"><v>${text}</v></c>` });
    expect(
      (
        await read([
          ['a', 'b'],
          [bare('1'), bare('2')],
        ])
      ).records,
    ).toEqual([[2, '1', '2']]);
  });

  it('says where a header is missing', async () => {
    expect((await read([])).faults).toEqual([{ code: 'no-header', line: null, details: {} }]);
    expect((await read([null, ['a', 'b']])).faults).toEqual([{ code: 'no-header', line: 1, details: {} }]);
    expect((await read([['Rapport'], ['a', 'b']])).faults).toMatchObject([{ code: 'missing-column', line: 1 }, { code: 'missing-column' }]);
  });
});

describe('readXlsx: sheets', () => {
  const sheets: Sheet[] = [
    { name: 'Öppna', rows: [['a'], ['1']] },
    { name: 'Dold & gömd', hidden: true, rows: [['a'], ['2']] },
  ];
  const readSheet = async (sheet: string | null, some = sheets) => readAll(folder, await xlsxOf(some), source({ sheet }, 'a'));

  it('reads the one that is declared, hidden or not', async () => {
    expect((await readSheet('Öppna')).records).toEqual([[2, '1']]);
    expect((await readSheet('Dold & gömd'.normalize('NFD'))).records).toEqual([[2, '2']]);
  });

  it('reads the only one, and names them all where it cannot know which', async () => {
    expect((await readSheet(null, sheets.slice(1))).records).toEqual([[2, '2']]);
    expect((await readSheet(null)).faults).toEqual([
      { code: 'xlsx-sheet', line: null, details: { sheet: '', sheets: 'Öppna, Dold & gömd' } },
    ]);
    expect((await readSheet('öppna')).faults).toMatchObject([{ details: { sheet: 'öppna', sheets: 'Öppna, Dold & gömd' } }]);
  });
});
