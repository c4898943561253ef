import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../../pipeline/load/load.ts';
import { NESTED } from '../../../pipeline/load/formats/record-sink.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import { rows, run } from '../../../pipeline/warehouse/query.ts';
import { literal } from '../../../pipeline/warehouse/sql-text.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { column, declare } from '../declare.ts';
import { readAll } from '../read-all.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-parquet-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A query's rows as the bytes of a Parquet file. */
async function parquetOf(query: string): Promise<Buffer> {
  const warehouse = await openWarehouse(join(folder, 'spill'));
  const file = join(folder, 'written.parquet');
  await run(warehouse, `copy (${query}) to ${literal(file)} (format parquet, row_group_size 4096)`);
  warehouse.closeSync();
  return readFileSync(file);
}

const source = (...headers: string[]) =>
  declare({ columns: headers.map(header => column(header)), format: { type: 'parquet', notation: PLAIN } });

describe('readParquet', () => {
  it.each([
    ['0.1::decimal(38,20)', '0.10000000000000000000'],
    ['12345678901234567890123456789012345.678::decimal(38,3)', '12345678901234567890123456789012345.678'],
    ['0.1::double + 0.2', '0.30000000000000004'],
    ['1e-7::double', '0.0000001'],
    ['1e22::double', '10000000000000000000000'],
    ['0.1::float', '0.1'],
    ['12::double', '12'],
    ['-0.5::double', '-0.5'],
    ["'nan'::double", 'nan'],
    ['9223372036854775807::bigint', '9223372036854775807'],
    ["date '2026-04-30'", '2026-04-30'],
    ["timestamp '2026-04-30 10:00:00'", '2026-04-30 10:00:00'],
    ['true', 'true'],
    ["'1 234,5'", '1 234,5'],
    ["''", null],
    ['null::integer', null],
    ['[1]', NESTED],
    ["{'a': 1}", NESTED],
    ["map {'a': 1}", NESTED],
    ["'a'::blob", NESTED],
    ['null::integer[]', null],
  ])('reads %s as %s', async (value, cell) => {
    const { records, faults } = await readAll(folder, await parquetOf(`select ${value} as v`), source('v'));
    expect(faults).toEqual([]);
    expect(records).toEqual([[1, cell]]);
  });

  it('matches columns by name, capitals and all; a struct’s own fields are no columns', async () => {
    const file = await parquetOf(`select 1 as x, {'x': 2} as s, 3 as y`);
    expect(await readAll(folder, file, source('y', 'x'))).toMatchObject({
      records: [[1, '3', '1']],
      notices: [{ code: 'extra-column', details: { columns: 's' } }],
    });
    expect((await readAll(folder, file, source('X'))).faults).toMatchObject([
      { code: 'missing-column', details: { column: 'X', nearest: 'x' } },
    ]);
  });

  it('gives every row once and in the file’s order, while rows are appended to the same warehouse', async () => {
    const file = join(folder, 'many.parquet');
    const warehouse = await openWarehouse(join(folder, 'spill'));
    await run(warehouse, `copy (select (i * 7919) % 260017 as n from range(260017) t(i)) to ${literal(file)} (format parquet)`);
    const columns = [column('n', 'integer', { key: true })];
    const declaration = declare({ columns, format: { type: 'parquet', notation: PLAIN } });
    const delivery = {
      source: 'absence',
      name: 'many.parquet',
      received: '2026-01-01',
      sequence: 1,
      sha256: 'x',
      period: null,
      path: file,
      bytes: 1,
    };
    const project = { sources: [declaration], municipality: { time_zone: 'Europe/Stockholm' } } as unknown as Parameters<typeof load>[0];
    const effects = { log: { step: () => undefined }, environment: {} } as unknown as Parameters<typeof load>[5];
    const loaded = await load(project, { deliveries: [delivery], refused: [] }, '2026-01-02', warehouse, folder, effects);
    expect(loaded.sources[0]!.deliveries[0]).toMatchObject({ records: 260_017, loaded: 260_017, rejected: 0, ignored: 0 });
    expect(await rows(warehouse, 'select count(*) from cache."rows absence" where n <> ((_line - 1) * 7919) % 260017')).toEqual([[0n]]);
    warehouse.closeSync();
  });

  it('a file without rows has none', async () => {
    expect(await readAll(folder, await parquetOf('select 1 as v where false'), source('v'))).toMatchObject({ records: [], faults: [] });
  });

  it('refuses what is no Parquet, and a file cut anywhere', async () => {
    const whole = await parquetOf(`select i as v, 'text ' || i as w from range(20000) t(i)`);
    const cuts = [0, 3, 100, whole.length / 2, whole.length - 9, whole.length - 1].map(Math.floor);
    for (const cut of cuts)
      expect((await readAll(folder, whole.subarray(0, cut), source('v', 'w'))).faults).toMatchObject([{ code: 'parquet' }]);
    const broken = Buffer.from(whole);
    broken.fill(0xff, 40, 4000);
    expect((await readAll(folder, broken, source('v', 'w'))).faults).toMatchObject([{ code: 'parquet' }]);
    expect((await readAll(folder, 'id;v\n1;2\n', source('v'))).faults).toMatchObject([{ code: 'parquet' }]);
  });
});
