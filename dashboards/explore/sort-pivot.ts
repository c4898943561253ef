import { compareSwedish } from '../site-index.ts';
import { headName } from './explore-words.ts';
import type { Pivot } from './pivot.ts';

/** The column that rows are sorted by, -1 for their names. */
export interface PivotSort {
  column: number;
  ascending: boolean;
}

/** Rows by the figures of a column, or by name. The whole stays first; what has no figure is last. */
export function sortPivot(pivot: Pivot, sort: PivotSort | null): Pivot {
  if (sort === null || sort.column >= pivot.columns.length) return pivot;
  const sign = sort.ascending ? 1 : -1;
  const isWhole = (row: number): boolean => {
    const head = pivot.rows[row]!;
    return head.type === 'member' && head.whole;
  };
  const valueOf = (row: number): number | null => pivot.cells[row]![sort.column]?.value ?? null;
  const compare = (a: number, b: number): number => {
    if (isWhole(a) !== isWhole(b)) return isWhole(a) ? -1 : 1;
    if (sort.column < 0) return sign * compareSwedish(headName(pivot.rows[a]!), headName(pivot.rows[b]!));
    const [left, right] = [valueOf(a), valueOf(b)];
    return left === null || right === null ? Number(left === null) - Number(right === null) : sign * (left - right);
  };
  const order = pivot.rows.map((_, row) => row).sort((a, b) => compare(a, b) || a - b);
  return { ...pivot, rows: order.map(row => pivot.rows[row]!), cells: order.map(row => pivot.cells[row]!) };
}
