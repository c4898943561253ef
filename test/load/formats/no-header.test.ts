import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { column, csv, declare, xlsx } from '../declare.ts';
import { readAll } from '../read-all.ts';
import { xlsxOf } from '../../../demonstration/write-xlsx.ts';
import type { Sheet } from '../../../demonstration/write-xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-no-header-'));
afterAll(() => rmSync(folder, { recursive: true }));

const named = (names: string[]) => names.map((name, i) => column(`c${i}`, 'text', { header: name }));
const readText = (content: string, format: Parameters<typeof csv>[0], ...names: string[]) =>
  readAll(folder, content, declare({ columns: named(names), format: csv(format) }));
const readSheet = async (rows: Sheet['rows'], format: Parameters<typeof xlsx>[0], ...names: string[]) =>
  readAll(folder, await xlsxOf([{ name: 'Blad1', rows }]), declare({ columns: named(names), format: xlsx(format) }));

describe('a column without a name', () => {
  it('can be declared by its place', async () => {
    expect(await readText(',a,\n1,2,3\n', {}, '#1', 'a')).toMatchObject({
      records: [[2, '1', '2']],
      notices: [{ code: 'extra-column', details: { columns: '#3' } }],
    });
    expect(
      (
        await readSheet(
          [
            [null, 'a'],
            [1, 2],
          ],
          {},
          '#1',
          'a',
        )
      ).records,
    ).toEqual([[2, '1', '2']]);
  });

  it('has no place where it has a name', async () => {
    expect((await readText('a,b\n1,2\n', {}, '#1')).faults).toMatchObject([{ code: 'missing-column', details: { column: '#1' } }]);
    expect((await readText('#2,\n1,2\n', {}, '#2')).faults).toMatchObject([{ code: 'duplicate-column' }]);
  });
});

describe('a table without a header', () => {
  it('is read by place from its first row, which is a record', async () => {
    const told = await readText('x\n1,2,3\n4,5,6\nSumma,1,1\n7,8\n', { header: 0, preamble: 1, ignore: '^Summa' }, '#3', '#1');
    expect(told).toEqual({
      records: [
        [2, '3', '1'],
        [3, '6', '4'],
      ],
      misfits: [[5, '7,8']],
      ignored: 2,
      header: null,
      trailers: [],
      notices: [{ code: 'extra-column', line: 2, details: { columns: '#2' } }],
      faults: [],
    });
  });

  it('may be empty, or begin with an empty line, which is a record where others come', async () => {
    expect(await readText('', { header: 0 }, '#1')).toMatchObject({ records: [], misfits: [], faults: [] });
    expect(await readText('\n\n', { header: 0 }, '#1')).toMatchObject({ records: [], misfits: [], faults: [] });
    expect(await readText('\n1,2\n', { header: 0 }, '#1')).toMatchObject({ records: [[2, '1']], misfits: [[1, '']] });
    expect(await readSheet([], { header: 0 }, '#1')).toMatchObject({ records: [], misfits: [], faults: [] });
    expect(await readSheet([null, [1]], { header: 0 }, '#1')).toMatchObject({ records: [[2, '1']], misfits: [[1, '']] });
  });

  it('is refused where the first line has not the columns; in a sheet, whose rows may end early, they are empty', async () => {
    expect((await readText('1,2\n', { header: 0 }, '#3')).faults).toMatchObject([{ code: 'missing-column', line: 1 }]);
    const { records, notices } = await readSheet([[1], [2, null, 3], [4, null, null, 5]], { header: 0, footer: '^9$' }, '#1', '#3');
    expect(records).toEqual([
      [1, '1', null],
      [2, '2', '3'],
      [3, '4', null],
    ]);
    expect(notices.map(({ line, details }) => [line, details.columns])).toEqual([
      [1, '#2'],
      [3, '#4'],
    ]);
  });
});
