import { DuckDBInstance } from '@duckdb/node-api';
import type { Warehouse } from '../words/stages.ts';

/**
 * Opens a warehouse in memory: a cache that is rebuilt from the extracts, never the system of record.
 * Nothing is installed or loaded from outside. `spill` is where DuckDB may put what does not fit in memory.
 */
export async function openWarehouse(spill: string): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: spill,
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone='UTC'");
  for (const schema of ['raw', 'staging', 'marts']) await connection.run(`create schema ${schema}`);
  return connection;
}
