import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../pipeline/words/format.ts';
import type { Format } from '../../../pipeline/words/format.ts';
import { rows } from '../../../pipeline/warehouse/query.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import { readAll } from '../read-all.ts';
import { column, declare } from '../declare.ts';
import { tempFolder } from '../../temp-folder.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const columns = [column('år', 'text', { aliases: ['årtal', 'tid.år'] }), column('n', 'integer')];
const read = async (format: Format, content: string | Uint8Array, own = columns) =>
  readAll(await tempFolder(), content, declare({ columns: own, format }));
const NDJSON: Format = { type: 'ndjson', notation: PLAIN };
const JSON_FORMAT: Format = { type: 'json', records: '', notation: PLAIN };
const aliased = (alias: string, line: number | null = 1, name = 'år') => [
  { code: 'aliased-column', line, details: { column: name, alias } },
];

describe('a column under another known name', () => {
  it.each([
    ['a key', { årtal: '2026', n: 1 }, 'årtal'],
    ['a path', { tid: { år: '2026' }, n: 1 }, 'tid.år'],
  ])('is read in JSON and NDJSON by %s', async (_, object, alias) => {
    for (const [format, text] of [
      [NDJSON, JSON.stringify(object)],
      [JSON_FORMAT, JSON.stringify([object])],
    ] as const)
      for (const written of [text, text.normalize('NFD')])
        expect(await read(format, written)).toMatchObject({ records: [[1, '2026', '1']], notices: aliased(alias), faults: [] });
  });

  it('is a column that stands twice where objects have both, or one key in two ways', async () => {
    for (const text of ['{"år":"1","n":1}\n{"årtal":"2","n":1}', `{"år":"1","${'år'.normalize('NFD')}":"2","n":1}`])
      expect((await read(NDJSON, text)).faults.map(({ code }) => code)).toEqual(['duplicate-column']);
  });

  it('is read in Parquet, whose header is told', async () => {
    const folder = await tempFolder();
    const warehouse = await openWarehouse(join(folder, 'spill'));
    await rows(warehouse, `copy (select '2026' as "årtal", 1 as n) to '${join(folder, 'x')}' (format parquet)`);
    warehouse.closeSync();
    expect(await read({ type: 'parquet', notation: PLAIN }, await readFile(join(folder, 'x')))).toMatchObject({
      records: [[1, '2026', '1']],
      header: ['årtal', 'n'],
      notices: aliased('årtal'),
    });
  });

  it('is read in a cube', async () => {
    const cube = {
      version: '2.0',
      class: 'dataset',
      id: ['Tid'],
      size: [1],
      dimension: { Tid: { category: { index: ['2026'] } } },
      value: [5],
    };
    const own = [column('År', 'text', { aliases: ['Tid'] }), column('value', 'integer')];
    const told = await read({ type: 'json-stat2', notation: PLAIN }, JSON.stringify(cube), own);
    expect(told).toMatchObject({ records: [[1, '2026', '5']], notices: aliased('Tid', null, 'År'), faults: [] });
  });
});
