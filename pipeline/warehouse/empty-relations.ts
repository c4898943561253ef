import type { Column } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { columnDefinitions } from './loaded-tables.ts';
import { rows, run } from './query.ts';
import { asSubquery, identifier } from './sql-text.ts';

/** A column of a query's result and its type in DuckDB (`DATE`, `DECIMAL(10,2)`). */
export interface ResultColumn {
  name: string;
  type: string;
}

/** Makes `raw."<source>"` without rows, so that SQL that reads it can be bound before there is any data. */
export const createEmptySource = (warehouse: Warehouse, source: string, columns: readonly Column[]): Promise<void> =>
  run(warehouse, `create table raw.${identifier(source)} (${[...columnDefinitions(columns), '_row bigint'].join(', ')})`);

/** The columns that a query gives. Throws QueryError where it names what there is not; its line is the query's, plus LINES_BEFORE. */
export async function resultColumns(warehouse: Warehouse, query: string): Promise<ResultColumn[]> {
  const described = await rows(warehouse, `select column_name, column_type from (describe from ${asSubquery(query)}\n)`);
  return described.map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/** The type of an expression over a query's rows. Throws QueryError. */
export async function typeOfExpression(warehouse: Warehouse, expression: string, query: string): Promise<string> {
  const [column] = await resultColumns(warehouse, `select (\n${expression}\n) as expression from ${asSubquery(query)}`);
  return column!.type;
}
