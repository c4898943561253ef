import type { Column } from './source.ts';

/** The column that says which month a row is about: the first dated key, else the first month; null where there is none. */
export const periodColumn = (columns: readonly Column[]): Column | null =>
  columns.find(({ key, type }) => key && (type.name === 'month' || type.name === 'date')) ??
  columns.find(({ type }) => type.name === 'month') ??
  null;

/** That column where its months can be read of the rows once they are loaded; else null. */
export function monthColumn(columns: readonly Column[]): Column | null {
  const column = periodColumn(columns);
  return column !== null && (column.personal === null || column.personal === 'keep') ? column : null;
}
