import { BIGINT, BOOLEAN, DATE, DECIMAL, TIMESTAMP, VARCHAR } from '@duckdb/node-api';
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
    case 'timestamp':
      return TIMESTAMP;
    case 'boolean':
      return BOOLEAN;
  }
}

const TEXT: ColumnType = { name: 'text' };

/** The column that holds what stood in place of a value. */
export const markColumn = (name: string): string => `${name}_mark`;

/**
 * The columns that are loaded, with the types they are loaded as: a hashed column is text, a dropped one is not loaded, and
 * after one that has marks comes the column of its marks.
 */
export const loadedColumns = (columns: readonly Column[]): { name: string; type: ColumnType }[] =>
  columns
    .filter(column => column.personal !== 'drop')
    .flatMap(({ name, type, personal, marks }) => [
      { name, type: personal === 'hash' ? TEXT : type },
      ...(Object.keys(marks).length > 0 ? [{ name: markColumn(name), type: TEXT }] : []),
    ]);
