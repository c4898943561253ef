import type { Cell, RowKey } from './system/figure.ts';
import type { Sum } from './system/sums.ts';

/** How many rows a finding names, of those it follows from. */
const MOST = 40;

/** The rows of the cells in some sums, but the cell's own. */
export function namedRows(cell: Cell, sums: readonly Sum[]): RowKey[] {
  const rows = sums.flat().flatMap(([other]) => (other === cell ? [] : other.rows.slice(0, 1)));
  return [...new Set(rows)].slice(0, MOST).map(({ of, at }) => ({ of, at }));
}
