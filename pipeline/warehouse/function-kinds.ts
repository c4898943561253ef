import type { Warehouse } from '../words/stages.ts';
import { CLOCK_WORDS } from './parse-sql.ts';
import { rows } from './query.ts';

/** Lower-case names of functions, by DuckDB's own catalogue. */
export interface FunctionKinds {
  aggregates: ReadonlySet<string>;
  /** Those whose value depends on the clock, the session or chance. */
  changing: ReadonlySet<string>;
}

export async function functionKinds(warehouse: Warehouse): Promise<FunctionKinds> {
  const found = await rows(
    warehouse,
    `select lower(function_name), function_type = 'aggregate', coalesce(stability, 'CONSISTENT') <> 'CONSISTENT'
     from duckdb_functions() where function_type = 'aggregate' or stability <> 'CONSISTENT'`,
  );
  const names = (column: 1 | 2): string[] => found.filter(row => row[column] === true).map(([name]) => String(name));
  return { aggregates: new Set(names(1)), changing: new Set([...CLOCK_WORDS, ...names(2)]) };
}
