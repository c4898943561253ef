import type { Reject } from '../words/delivery.ts';
import type { Warehouse } from '../words/stages.ts';
import { rows, run } from './query.ts';
import { identifier, literal } from './sql-text.ts';
import { bulkTable, rowsTable } from './loaded-tables.ts';

/** What the cache keeps of an extract beside its rows. */
export interface KeptExtract {
  extract: number;
  source: string;
  /** The digest of the declaration it was read by. */
  declaration: string;
  /** Its sha256 and the period it was read for. */
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
  const kept = await rows(warehouse, 'select extract, source, declaration, key, told from cache.extracts order by extract');
  return kept.map(([extract, source, declaration, key, told]) => ({
    ...{ extract: Number(extract), source: String(source), declaration: String(declaration), key: String(key), told: String(told) },
    rejects: rejects.get(Number(extract)) ?? [],
  }));
}

/** Keeps what reading an extract told; its rejects are kept apart. */
export const keepExtract = (
  warehouse: Warehouse,
  { extract, source, declaration, key, told }: Omit<KeptExtract, 'rejects'>,
): Promise<void> =>
  run(
    warehouse,
    `insert into cache.extracts values (${extract}, ${[source, declaration, key, told].map(text => literal(text)).join(', ')})`,
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

/** Drops the tables that DuckDB read extracts into and that no transaction came to keep: a run was killed in between. */
export async function dropUnkeptBulks(warehouse: Warehouse): Promise<void> {
  const left = await rows(
    warehouse,
    `select table_name from duckdb_tables() where database_name = 'cache' and table_name like 'extract %'
     and table_name not in (select 'extract ' || extract from cache.extracts)`,
  );
  for (const [table] of left) await run(warehouse, `drop table cache.${identifier(String(table))}`);
}
