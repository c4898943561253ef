import { textOf } from '../../load/formats/record-sink.ts';
import type { Cell } from '../../load/formats/record-sink.ts';
import type { Column } from '../../words/source.ts';

/** Columns that are tried together, and at once. */
const TRIED = 12;
const TOGETHER = 3;
/** Numbers are measures, unless their header says otherwise. */
const IDENTIFIES = /(^|[^\p{L}])(id|nr|\u00e5r|year|tid|l\u00f6pnr)([^\p{L}]|$)|nummer|number|id$/iu;

/**
 * The smallest set of columns, the first ones of equals, that no two rows have in common: candidates are filled in every row
 * and are text, dates or numbers that identify. Indexes of columns; empty where there are fewer than two rows or no such set.
 */
export function guessKey(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  if (rows.length < 2) return [];
  const candidates = columns
    .flatMap(({ type, required, personal, header, marks }, i) => {
      const named = type.name !== 'decimal' && type.name !== 'boolean' && (type.name !== 'integer' || IDENTIFIES.test(header) || i === 0);
      return required && personal === null && named && Object.keys(marks).length === 0 ? [i] : [];
    })
    .slice(0, TRIED);
  for (let size = 1; size <= TOGETHER; size++) {
    const found = combinations(candidates, size).find(set => isUnique(set, rows));
    if (found) return found;
  }
  return [];
}

function combinations(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => combinations(items.slice(i + 1), size - 1).map(rest => [item, ...rest]));
}

function isUnique(set: readonly number[], rows: readonly (readonly Cell[])[]): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = set.map(i => textOf(row[i]!)).join('\u0000');
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}
