import type { DuckDBValue } from '@duckdb/node-api';
import type { Warehouse } from '../words/stages.ts';

/** SQL that failed: the message is DuckDB's, `sql` is the statement. */
export class QueryError extends Error {
  readonly sql: string;
  constructor(sql: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'QueryError';
    this.sql = sql;
  }

  /** The line DuckDB names (`LINE 3: …`), counted in the statement from 1; null when it names none. */
  get line(): number | null {
    const match = /LINE (\d+):/.exec(this.message);
    return match ? Number(match[1]) : null;
  }
}

/** Runs one statement. Throws QueryError. */
export async function run(warehouse: Warehouse, sql: string): Promise<void> {
  try {
    await warehouse.run(sql);
  } catch (error) {
    throw new QueryError(sql, error);
  }
}

/** All rows of a query as arrays: numbers stay numbers, BIGINT is bigint, DECIMAL and DATE are DuckDB's value objects. Throws QueryError. */
export async function rows(warehouse: Warehouse, sql: string): Promise<DuckDBValue[][]> {
  try {
    return (await warehouse.runAndReadAll(sql)).getRows();
  } catch (error) {
    throw new QueryError(sql, error);
  }
}

/** All columns of a query, each as an array; values as in `rows`. Throws QueryError. */
export async function columns(warehouse: Warehouse, sql: string): Promise<DuckDBValue[][]> {
  try {
    const reader = await warehouse.runAndReadAll(sql);
    // Of no rows DuckDB's reader gives no columns.
    return reader.currentRowCount === 0 ? Array.from({ length: reader.columnCount }, () => []) : reader.getColumns();
  } catch (error) {
    throw new QueryError(sql, error);
  }
}

/** The columns of a query that gives INTEGERs and no null, for what has millions of rows. Throws QueryError. */
export async function integerColumns(warehouse: Warehouse, sql: string): Promise<Int32Array[]> {
  try {
    const result = await warehouse.run(sql);
    const found = Array.from({ length: result.columnCount }, () => new Int32Array(result.rowCount));
    let from = 0;
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const [i, column] of found.entries()) column.set(chunk.getColumnValues(i) as number[], from);
      from += chunk.rowCount;
    }
    return found;
  } catch (error) {
    throw new QueryError(sql, error);
  }
}

/** Does all of it or, when it throws, nothing of it, in the one database it writes. Not for use inside itself. */
export async function inTransaction(warehouse: Warehouse, act: () => Promise<void>): Promise<void> {
  await run(warehouse, 'begin transaction');
  try {
    await act();
    await run(warehouse, 'commit');
  } catch (error) {
    await run(warehouse, 'rollback').catch(() => undefined);
    throw error;
  }
}
