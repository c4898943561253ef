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

  /**
   * The character on that line, from 1, that DuckDB's caret stands under; null when there is none. DuckDB shows a piece of the
   * line, and its caret takes a tab for nothing.
   */
  get column(): number | null {
    const shown = /LINE (?<line>\d+): (?<piece>[^\n]*)\n(?<before> *)\^/.exec(this.message)?.groups;
    const line = shown && this.sql.split('\n')[Number(shown.line) - 1];
    if (!shown || line === undefined) return null;
    const isCut = shown.piece!.startsWith('...') && !line.startsWith('...');
    const piece = shown.piece!.slice(isCut ? 3 : 0).replace(/\.\.\.$/, '');
    const start = line.indexOf(piece);
    let before = shown.before!.length - `LINE ${shown.line}: `.length - (isCut ? 3 : 0);
    if (start < 0 || before < 0) return null;
    let at = 0;
    while (before > 0 || piece[at] === '\t') before -= piece[at++] === '\t' ? 0 : 1;
    return start + at + 1;
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
