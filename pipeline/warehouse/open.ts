import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Warehouse } from '../words/stages.ts';
import { identifier, literal } from './sql-text.ts';

/** Where loaded extracts are kept between runs, and what a cache must have been made by to be used. */
export interface CacheFile {
  path: string;
  /** The digest of the program: another program may read the same bytes differently. */
  engine: string;
}

/**
 * Opens a warehouse. What is modelled and measured is in memory; what extracts became when they were loaded is in the
 * catalog `cache`, in a file where one is given, else in memory too. The file is never the system of record: one that
 * cannot be opened, that is damaged anywhere, or that another program made, is deleted and made anew from the extracts.
 * Nothing is installed or loaded from outside. `spill` is where DuckDB may put what does not fit in memory.
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
  const isUsable = async (): Promise<boolean> => {
    try {
      await attach();
      const [made] = (await connection.runAndReadAll('select engine from cache.made_by')).getRows();
      if (String(made?.[0]) !== engine) return false;
      await readWhole(connection);
      return true;
    } catch {
      return false;
    }
  };
  if (await isUsable()) return;
  await connection.run('detach database if exists cache');
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
  await attach();
  await connection.run(`create table cache.made_by as select ${literal(engine)} as engine`);
}

/**
 * Reads every value of the cache: DuckDB opens a file with a damaged block, and tells only when that block is read. Throws where
 * one cannot be. Ten million rows of seven columns take under a second, and are in memory after that.
 */
async function readWhole(connection: DuckDBConnection): Promise<void> {
  const tables = await connection.runAndReadAll("select table_name from duckdb_tables() where database_name = 'cache'");
  for (const [name] of tables.getRows()) await connection.run(`select bit_xor(hash(t)) from cache.${identifier(String(name))} as t`);
}
