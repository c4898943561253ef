import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Warehouse } from '../words/stages.ts';
import { literal } from './sql-text.ts';

/** Where loaded extracts are kept between runs, and what a cache must have been made by to be used. */
export interface CacheFile {
  path: string;
  /** The digest of the program: another program may read the same bytes differently. */
  engine: string;
}

/**
 * Opens a warehouse. What is modelled and measured is in memory; what extracts became when they were loaded is in the
 * catalog `cache`, in a file where one is given, else in memory too. The file is never the system of record: one that
 * cannot be opened, or that another program made, is deleted and made anew from the extracts. Nothing is installed or
 * loaded from outside. `spill` is where DuckDB may put what does not fit in memory.
 */
export async function openWarehouse(spill: string, cache: CacheFile | null = null): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: spill,
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone='UTC'");
  for (const schema of ['raw', 'staging', 'marts', 'loaded']) await connection.run(`create schema ${schema}`);
  if (cache === null) await connection.run("attach ':memory:' as cache");
  else await attachCache(connection, cache);
  return connection;
}

async function attachCache(connection: DuckDBConnection, { path, engine }: CacheFile): Promise<void> {
  const attach = (): Promise<unknown> => connection.run(`attach ${literal(path)} as cache`);
  const madeBy = async (): Promise<string | null> => {
    try {
      await attach();
      return String((await connection.runAndReadAll('select engine from cache.made_by')).getRows()[0]?.[0]);
    } catch {
      return null;
    }
  };
  if ((await madeBy()) === engine) return;
  await connection.run('detach database if exists cache');
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
  await attach();
  await connection.run(`create table cache.made_by as select ${literal(engine)} as engine`);
}
