import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../../pipeline/effects/effects.ts';
import { load } from '../../../pipeline/load/load.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import { rows } from '../../../pipeline/warehouse/query.ts';
import type { Loaded } from '../../../pipeline/words/stages.ts';
import type { SourceDeclaration } from '../../../pipeline/words/source.ts';
import { effectsAt } from '../../effects-at.ts';
import { aTown } from '../a-town.ts';
import type { Town } from '../a-town.ts';
import { column, csv, declare } from '../declare.ts';

const columns = [column('id', 'text', { key: true, personal: 'hash' }), column('n', 'integer')];
const source = declare({ kind: 'increment', columns, format: csv({ delimiter: ';' }) });
/** Large enough for DuckDB to read itself. */
const large = (from: number): string => `id;n\n${Array.from({ length: 120_000 }, (_, i) => `p${from + i};${i}`).join('\n')}\n`;

/** One run's load: what was told, and the source's rows as text. */
interface Run {
  told: Pick<Loaded, 'rejects' | 'findings'> & { deliveries: Loaded['sources'][0]['deliveries'] };
  rows: string;
}

async function runOf(
  town: Town,
  said: Partial<SourceDeclaration> = {},
  engine = 'this',
  effects: Effects = effectsAt(new Date('2026-10-15T08:00:00Z')),
): Promise<Run> {
  const cache = { path: join(town.state, 'warehouse.duckdb'), engine };
  const deliveries = await town.extract();
  const warehouse = await openWarehouse(join(town.state, 'spill'), cache);
  try {
    const project = { ...town.project, sources: [{ ...source, ...said }] };
    const { rejects, findings, sources } = await load(project, deliveries, '2026-12-31', warehouse, town.state, effects);
    const found = await rows(warehouse, 'select * from raw.absence order by _row');
    return { told: { rejects, findings, deliveries: sources[0]!.deliveries }, rows: found.join('\n') };
  } finally {
    warehouse.closeSync();
  }
}

/** A town that has had three deliveries and one run: the last of them large, with a reject in it and a key that came before. */
async function aTownThatRan(): Promise<{ town: Town; first: Run }> {
  const town = await aTown(source);
  await town.drop('a.csv', 'id;n\np1;1\np2;x\n');
  await town.drop('b.csv', 'id;n\np1;2\n');
  await town.drop('c.csv', large(2).replace('p50000;', 'p50000;x'));
  const first = await runOf(town);
  expect(first.told.deliveries.map(({ loaded, rejected }) => [loaded, rejected])).toEqual([
    [1, 1],
    [1, 0],
    [119_999, 1],
  ]);
  return { town, first };
}

describe('the cache of loaded extracts', () => {
  it('gives a second run everything without an extract being read again', async () => {
    const { town, first } = await aTownThatRan();
    await town.extract();
    for (const { path } of (await town.extract()).deliveries) await writeFile(path, '');
    expect(await runOf(town)).toEqual(first);
  });

  it('is made anew where it is deleted, cut short, no database, or another program’s', async () => {
    const { town, first } = await aTownThatRan();
    const file = join(town.state, 'warehouse.duckdb');
    await rm(file);
    expect(await runOf(town)).toEqual(first);
    await truncate(file, 5000);
    expect(await runOf(town)).toEqual(first);
    await writeFile(file, 'this is no database');
    expect(await runOf(town)).toEqual(first);
    expect(await runOf(town, {}, 'another')).toEqual(first);
  });

  it('reads a source’s extracts again where its declaration, the time zone or the key of digests has changed', async () => {
    const { town, first } = await aTownThatRan();
    const strict = await runOf(town, { columns: [columns[0]!, { ...columns[1]!, max: 100_000 }] });
    expect(strict.told.deliveries[2]).toMatchObject({ loaded: 100_000, rejected: 20_000 });
    expect(await runOf(town)).toEqual(first);
    const other = await runOf(town, {}, 'this', {
      ...effectsAt(new Date('2026-10-15T08:00:00Z')),
      environment: { MALBILD_HASH_KEY: 'ab'.repeat(32) },
    });
    expect(other.told).toEqual(first.told);
    expect(other.rows).not.toBe(first.rows);
  });

  it('keeps nothing of a load that broke off, nor of a table that DuckDB had read by then', async () => {
    const { town, first } = await aTownThatRan();
    const file = join(town.state, 'warehouse.duckdb');
    await town.drop('d.csv', large(500_000));
    const warehouse = await openWarehouse(join(town.state, 'spill'), { path: file, engine: 'this' });
    await warehouse.run('create table cache."extract 4" as select 1 as broken');
    warehouse.closeSync();
    const after = await runOf(town);
    expect(after.told.deliveries.slice(0, 3)).toEqual(first.told.deliveries);
    expect(after.told.deliveries[3]).toMatchObject({ loaded: 120_000, rejected: 0 });
  });
});
