import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { column, csv, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-header-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: string, ...names: string[]) =>
  readAll(
    folder,
    content,
    declare({ columns: names.map(name => column(name)), format: csv({ delimiter: ';', header: 2, preamble: 1, footer: '^Källa' }) }),
  );
const TOP = 'Betyg åk 6\n;;Flickor;;Pojkar;\nKommun;Kod;Antal;Andel;Antal;Andel\n';
const NAMES = ['Kommun', 'Kod', 'Flickor / Antal', 'Flickor / Andel', 'Pojkar / Antal', 'Pojkar / Andel'];

describe('a header of two rows', () => {
  it('calls a column by both, an empty cell above repeating the one before; its rows are no records', async () => {
    const told = await read(`${TOP}Ale;1440;1;2;3;4\nKälla: X\n`, ...NAMES);
    expect(told).toMatchObject({ records: [[4, 'Ale', '1440', '1', '2', '3', '4']], misfits: [], ignored: 2, notices: [], faults: [] });
  });

  it('calls a column by the one that is there, and one with neither by its place', async () => {
    const { records, notices } = await read('x\nKommun;;Summa;;\n;Kod;;A;\nAle;1440;9;1;\n', 'Kommun', 'Summa / A');
    expect(records).toEqual([[4, 'Ale', '1']]);
    expect(notices).toEqual([{ code: 'extra-column', line: 3, details: { columns: 'Kommun / Kod, Summa, #5' } }]);
  });

  it('leaves out spaces at the ends of both, which tell columns of an Excel table apart', async () => {
    expect((await read('x\nF; P ;\nAntal;Antal ;\n1;2;\n', 'F / Antal', 'P / Antal')).records).toEqual([[4, '1', '2']]);
  });

  it('takes rows of different length: the first may end before the second, or after it in empty cells', async () => {
    expect((await read('x\n;;A\nb;c;d;e\n1;2;3;4\n', 'b', 'A / d', 'A / e')).records).toEqual([[4, '1', '3', '4']]);
    expect((await read('x\n;A;;;;\nb;c\n1;2\n', 'b', 'A / c')).records).toEqual([[4, '1', '2']]);
  });

  it.each([
    ['', null],
    ['x\na;b\n', null],
    ['x\n\na;b\n1;2\n', 2],
    ['x\na;b\n\n1;2\n', 3],
  ])('refuses %j: the header is not there', async (content, line) => {
    expect((await read(content, 'a')).faults).toEqual([{ code: 'no-header', line, details: {} }]);
  });

  it('tells a missing column at the second row, by its whole name', async () => {
    const { faults } = await read(TOP, 'Flickor / Antal', 'Pojke / Antal');
    expect(faults).toEqual([{ code: 'missing-column', line: 3, details: { column: 'Pojke / Antal', nearest: 'Pojkar / Antal' } }]);
  });

  it('keeps every column in its place, whatever the two rows say', async () => {
    const name = fc.constantFrom('', 'A', 'B', 'Å');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 2, maxLength: 8 }), async pairs => {
        const rows = [['x'], pairs.map(([first]) => first), pairs.map((pair, i) => `${pair[1]}${i}`), pairs.map((_, i) => String(i))];
        let group = '';
        const names = pairs.map(([first, second], i) => {
          group = first || group;
          return group === '' ? `${second}${i}` : `${group} / ${second}${i}`;
        });
        const { records, faults } = await read(rows.map(row => row.join(';')).join('\n'), ...names);
        expect({ records, faults }).toEqual({ records: [[4, ...pairs.map((_, i) => String(i))]], faults: [] });
      }),
      { numRuns: 50 },
    );
  });
});
