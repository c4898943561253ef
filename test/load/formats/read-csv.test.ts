import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { column, csv, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';
import { casesTried } from '../../cases-tried.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = (format: Parameters<typeof csv>[0] = {}, ...names: string[]) =>
  declare({ columns: (names.length ? names : ['a', 'b']).map(name => column(name)), format: csv(format) });
const read = (content: string | Uint8Array, format: Parameters<typeof csv>[0] = {}, ...names: string[]) =>
  readAll(folder, content, source(format, ...names));

describe('readCsv', () => {
  it('finds columns by name, whatever their order, and an empty cell is null', async () => {
    expect((await read('b,a\n1,2\n,"x, y"\n')).records).toEqual([
      [2, '2', '1'],
      [3, 'x, y', null],
    ]);
  });

  it('counts lines as the file has them, also after quoted line ends of any kind', async () => {
    const { records } = await read('a,b\r\n"1\r\n2\n3",x\r\n4,"y""y"\r\n5,z');
    expect(records).toEqual([
      [2, '1\r\n2\n3', 'x'],
      [5, '4', 'y"y'],
      [6, '5', 'z'],
    ]);
  });

  it('takes line ends of any kind, mixed', async () => {
    expect((await read('a,b\r\n1,2\n3,4\r5,6')).records.map(([line]) => line)).toEqual([2, 3, 4]);
  });

  it('does not count empty lines at the end, but does between records', async () => {
    const { records, misfits } = await read('a,b\n1,2\n\n3,4\n\n\n');
    expect(records.map(([line]) => line)).toEqual([2, 4]);
    expect(misfits).toEqual([[3, '']]);
  });

  it('tells a row with too few or too many cells apart, since its cells may have slid', async () => {
    const { records, misfits } = await read('a,b\n1\n1,2,\n1,2\n');
    expect(records).toEqual([[4, '1', '2']]);
    expect(misfits).toEqual([
      [2, '1'],
      [3, '1,2,'],
    ]);
  });

  it('ignores what is declared to be ignored, and counts it', async () => {
    const format = { preamble: 2, ignore: '^Summa', footer: '^Källa' };
    const told = await read('Rapport "x\n\na,b\n1,2\nSumma,2\n3,4\nKälla: HR,\n5,6\n\n', format);
    expect(told.records).toEqual([
      [4, '1', '2'],
      [6, '3', '4'],
    ]);
    expect(told.ignored).toBe(5);
    expect(told.misfits).toEqual([]);
  });

  it.each([
    ['quotes in a text', 'Måttet "andel" visar,\n"Citat" här, "x"y\n'],
    ['a quote that is never closed', 'Om 5" skärm\n"aldrig slut,\nx\n'],
    ['a whole record in quotes', 'x,"y\nz"\nw\n'],
  ])('a footer is free text: %s', async (_, text) => {
    const lines = text.trimEnd().split('\n').length;
    for (const [footer, first] of [
      ['^Källa', 'Källa: HR\n'],
      ['^\\s*$', '\n'],
      ['^Källa', '"Källa, ""HR"""\n'],
    ] as const) {
      const told = await read(`a,b\n"1 ""x""",2\n${first}${text}\n\n`, { footer });
      expect(told).toMatchObject({ records: [[2, '1 "x"', '2']], misfits: [], ignored: 1 + lines, notices: [], faults: [] });
    }
  });

  it('a quote that is open before the footer, or is not one, is still refused at its line', async () => {
    expect((await read('a,b\n1,2\n"3,4\nKälla: HR\n', { footer: '^Källa' })).faults).toMatchObject([{ code: 'csv-quotes', line: 3 }]);
    expect((await read('a,b\n1,2\n3,4"x\nKälla: "HR"\n', { footer: '^Källa' })).faults).toMatchObject([{ code: 'csv-quotes', line: 3 }]);
  });

  it('a line of a quoted cell is no footer, and neither is the header', async () => {
    const told = await read('Källa,b\n"x\nKälla","2\n\n"\n"Källa",9\n', { footer: '^Källa' }, 'Källa', 'b');
    expect(told).toMatchObject({ records: [[2, 'x\nKälla', '2\n\n']], ignored: 1, faults: [] });
  });

  it('empty lines alone are no footer; before one they are records, as they are between others', async () => {
    expect(await read('a,b\n1,2\n\n\n', { footer: '^$' })).toMatchObject({ records: [[2, '1', '2']], misfits: [], ignored: 0 });
    expect(await read('a,b\n1,2\n\nSlut\n\n', { footer: '^Slut' })).toMatchObject({ misfits: [[3, '']], ignored: 1 });
  });

  it('a footer is found wherever the file is cut into pieces, and by every line end', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const rows = Array.from({ length: 5000 }, (_, i) => `${i},"${'x'.repeat(i % 90)}"`);
      const told = await read(['a,b', ...rows, 'Källa: "HR', ...rows.map(text => `${text}"`), ''].join(end), { footer: '^Källa' });
      expect(told.records).toEqual(rows.map((_, i) => [i + 2, String(i), 'x'.repeat(i % 90) || null]));
      expect(told).toMatchObject({ misfits: [], ignored: 5001, faults: [] });
    }
  });

  it('reads a header alone as no records', async () => {
    expect(await read('a,b\n')).toEqual({
      records: [],
      misfits: [],
      ignored: 0,
      header: ['a', 'b'],
      trailers: [],
      notices: [],
      faults: [],
    });
    expect(await read('a,b')).toMatchObject({ records: [], faults: [] });
  });

  it.each([
    ['', null],
    ['\n\na,b\n', 1],
  ])('refuses %j: there is no header', async (content, line) => {
    expect((await read(content)).faults).toEqual([{ code: 'no-header', line, details: {} }]);
  });

  it('names every column that is missing, with the likeliest new name, and every one that stands twice', async () => {
    const { faults } = await read('Enhetsnr,Kön,Kön,Timmar\n', {}, 'Enhet', 'Kön', 'Sjuktimmar', 'Yrke');
    expect(faults.map(({ code, line, details }) => [code, line, details.column, details.nearest])).toEqual([
      ['missing-column', 1, 'Enhet', 'Enhetsnr'],
      ['duplicate-column', 1, 'Kön', undefined],
      ['missing-column', 1, 'Sjuktimmar', 'Timmar'],
      ['missing-column', 1, 'Yrke', ''],
    ]);
  });

  it('warns of columns that are not declared', async () => {
    const { records, notices } = await read('a,c,b,d\n1,2,3,4\n');
    expect(records).toEqual([[2, '1', '3']]);
    expect(notices).toEqual([{ code: 'extra-column', line: 1, details: { columns: 'c, d' } }]);
  });

  it('calls a column without a name by its place: a delimiter that ends the header makes one', async () => {
    const { records, notices } = await read('a,b,c,\n1,2,3,4\n');
    expect(records).toEqual([[2, '1', '2']]);
    expect(notices).toEqual([{ code: 'extra-column', line: 1, details: { columns: 'c, #4' } }]);
  });

  it('compares headers with letters composed', async () => {
    expect((await read('Kön\nK\n'.normalize('NFD'), {}, 'Kön')).records).toEqual([[2, 'K']]);
  });

  it.each([
    ['a quote in the middle of a cell', 'a,b\r\n"1\r\n1",2\r\n3,x"y\r\n4,5\r\n', 4],
    ['text after a closing quote', 'a,b\n1,2\n"3"x,4\n', 3],
    ['a quote that is never closed', 'a,b\n1,2\n3,4\n"5,6\n7,8\n', 4],
  ])('refuses %s, at the line where the record begins', async (_, content, line) => {
    expect((await read(content)).faults).toEqual([{ code: 'csv-quotes', line, details: {} }]);
  });

  it('finds the line of a bad quote after more records than any buffer holds', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},x\r\n`).join('');
    expect((await read(`a,b\r\n${rows}1,"x"y\r\n`)).faults).toEqual([{ code: 'csv-quotes', line: 20_002, details: {} }]);
  });

  it('counts every record exactly once, whatever cells hold, and gives them back as they were', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', '€', '1', '"', ',', ';', '\n', '\r\n', ' '), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, end, last) => {
        const text =
          ['a,b', ...rows.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(','))].join(end) + (last ? end : '');
        const told = await read(text);
        expect(told.faults).toEqual([]);
        expect(told.records.length + told.misfits.length).toBe(rows.length);
        expect(told.records.map(([, ...cells]) => cells)).toEqual(
          rows.filter(row => row.length === 2).map(row => row.map(value => value || null)),
        );
        const breaks = (before: string[][]) => before.flat().reduce((sum, value) => sum + value.split('\n').length - 1, 0);
        const lines = rows.map((_, i) => 2 + i + breaks(rows.slice(0, i)));
        expect([...told.records, ...told.misfits].map(([line]) => line).sort((x, y) => x - y)).toEqual(lines);
      }),
    );
  });

  it('meets any bytes with an error or with exact accounting, never with a crash', async () => {
    const bytes = fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...Buffer.from('",;\n\rab1 åé')) }, fc.integer({ min: 0, max: 255 })),
      {
        maxLength: 60,
      },
    );
    const encoding = fc.constantFrom('utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le');
    await fc.assert(
      fc.asyncProperty(bytes, encoding, fc.boolean(), async (tail, encoding, header) => {
        const head = header ? Buffer.from('a,b\n', encoding === 'utf-16le' ? 'utf16le' : 'latin1') : Buffer.alloc(0);
        const content = Buffer.concat([head, Buffer.from(tail)]);
        const { faults, records, misfits } = await read(content, { encoding });
        if (faults.length > 0) return;
        const lines = [...records, ...misfits].map(([line]) => line);
        expect(new Set(lines).size).toBe(lines.length);
        expect(records.every(([, ...cells]) => cells.length === 2)).toBe(true);
      }),
      { numRuns: casesTried(200) },
    );
  });
});
