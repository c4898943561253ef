import type { Reject } from '../words/delivery.ts';
import type { Warehouse } from '../words/stages.ts';
import { inTransaction, rows, run } from './query.ts';
import { identifier, literal } from './sql-text.ts';
import { bulkTable, rowsTable } from './loaded-tables.ts';

/** What the cache keeps of an extract beside its rows. */
export interface KeptExtract {
  extract: number;
  source: string;
  /** The digest of the declaration it was read by. */
  declaration: string;
  /** The name of the delivery it was read for. */
  name: string;
  /** Its sha256, the period it was read for, and how it is packed. */
  key: string;
  /** What reading it told, as JSON. */
  told: string;
  /** In line order. */
  rejects: readonly Reject[];
}

export async function readKeptExtracts(warehouse: Warehouse): Promise<KeptExtract[]> {
  const rejects = new Map<number, Reject[]>();
  for (const [extract, source, sha256, line, column, rule, raw] of await rows(warehouse, 'from cache.rejects order by extract, line')) {
    const number = Number(extract);
    const reject = { source, sha256, line: Number(line), column, rule, raw } as Reject;
    if (rejects.get(number)?.push(reject) === undefined) rejects.set(number, [reject]);
  }
  const kept = await rows(warehouse, 'select extract, source, declaration, name, key, told from cache.extracts order by extract');
  return kept.map(([extract, source, declaration, name, key, told]) => ({
    ...{ extract: Number(extract), source: String(source), declaration: String(declaration), name: String(name) },
    ...{ key: String(key), told: String(told) },
    rejects: rejects.get(Number(extract)) ?? [],
  }));
}

/** Keeps what reading an extract told; its rejects are kept apart. */
export const keepExtract = (
  warehouse: Warehouse,
  { extract, source, declaration, name, key, told }: Omit<KeptExtract, 'rejects'>,
): Promise<void> =>
  run(
    warehouse,
    `insert into cache.extracts values (${extract}, ${[source, declaration, name, key, told].map(text => literal(text)).join(', ')})`,
  );

/** Takes out everything that is kept of a source. */
export async function forgetSource(warehouse: Warehouse, source: string): Promise<void> {
  const kept = await rows(warehouse, `select extract from cache.extracts where source = ${literal(source)}`);
  for (const [extract] of kept) await run(warehouse, `drop table if exists ${bulkTable(Number(extract))}`);
  await run(warehouse, `drop table if exists ${rowsTable(source)}`);
  const own = `(select extract from cache.extracts where source = ${literal(source)})`;
  for (const table of ['rejects', 'left_out', 'extracts'])
    await run(warehouse, `delete from cache.${identifier(table)} where extract in ${own}`);
}

/**
 * Takes out everything that is kept of extracts, whatever periods they were read for, once they have been removed. Tables
 * are made anew without their rows, since DuckDB leaves a deleted row in its file.
 */
export async function forgetExtracts(warehouse: Warehouse, removed: readonly { source: string; sha256: string }[]): Promise<void> {
  if (removed.length === 0) return;
  const keys = new Set(removed.map(({ source, sha256 }) => `${source} ${sha256}`));
  const kept = await rows(warehouse, 'select extract, source, key from cache.extracts');
  const gone = kept.filter(([, source, key]) => keys.has(`${String(source)} ${String(key).split(' ')[0]}`));
  if (gone.length === 0) return;
  const numbers = gone.map(([extract]) => extract).join(', ');
  const without = (table: string, column: string): Promise<void> =>
    run(warehouse, `create or replace table ${table} as select * from ${table} where ${column} not in (${numbers})`);
  await inTransaction(warehouse, async () => {
    for (const [extract] of gone) await run(warehouse, `drop table if exists ${bulkTable(Number(extract))}`);
    for (const source of new Set(gone.map(([, each]) => String(each)))) await without(rowsTable(source), '_extract');
    for (const table of ['rejects', 'left_out', 'extracts']) await without(`cache.${identifier(table)}`, 'extract');
  });
  await run(warehouse, 'checkpoint cache');
}

/** Drops the tables that DuckDB read extracts into and that no transaction came to keep: a run was killed in between. */
export async function dropUnkeptBulks(warehouse: Warehouse): Promise<void> {
  const left = await rows(
    warehouse,
    `select table_name from duckdb_tables() where database_name = 'cache' and table_name like 'extract %'
     and table_name not in (select 'extract ' || extract from cache.extracts)`,
  );
  for (const [table] of left) await run(warehouse, `drop table cache.${identifier(String(table))}`);
}
