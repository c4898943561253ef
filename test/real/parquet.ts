import { tmpdir } from 'node:os';
import type { DuckDBValue } from '@duckdb/node-api';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { rows } from '../../pipeline/warehouse/query.ts';
import { literal } from '../../pipeline/warehouse/sql-text.ts';
import { real } from './real-files.ts';

/** A snapshot of Kolada's values, by the day it was taken, as SQL's `from` takes it. */
export const fromParquet = (day: '2023-09-12' | '2024-12-12'): string =>
  `read_parquet(${literal(real('kolada-values', `${day}_KOLADA_data_raw.parquet`))})`;

/** A query's rows, in a warehouse of its own. */
export async function askParquet(sql: string): Promise<DuckDBValue[][]> {
  const warehouse = await openWarehouse(tmpdir());
  try {
    return await rows(warehouse, sql);
  } finally {
    warehouse.closeSync();
  }
}
