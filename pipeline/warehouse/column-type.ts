import { BIGINT, BOOLEAN, DATE, DECIMAL, VARCHAR } from '@duckdb/node-api';
import type { DuckDBType } from '@duckdb/node-api';
import type { Column, ColumnType } from '../words/source.ts';

/** The type a declared column has in DuckDB. */
export function duckType(type: ColumnType): DuckDBType {
  switch (type.name) {
    case 'text':
      return VARCHAR;
    case 'integer':
      return BIGINT;
    case 'decimal':
      return DECIMAL(type.precision, type.scale);
    case 'date':
    case 'month':
      return DATE;
    case 'boolean':
      return BOOLEAN;
  }
}

/** The columns that are loaded, with the types they are loaded as: a hashed column is text, a dropped one is not loaded. */
export const loadedColumns = (columns: readonly Column[]): { name: string; type: ColumnType; column: Column }[] =>
  columns
    .filter(column => column.personal !== 'drop')
    .map(column => ({ name: column.name, type: column.personal === 'hash' ? { name: 'text' } : column.type, column }));
