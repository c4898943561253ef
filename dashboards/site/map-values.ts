import { numberOf } from './sort-table.ts';

/** An area as its row in the table tells it. */
export interface TableArea {
  id: string;
  name: string;
  /** By period; a word where there is no value. */
  texts: ReadonlyMap<string, string>;
}

/** What a map's table holds: its periods, the newest first, and its areas. */
export interface MapTable {
  periods: readonly string[];
  areas: readonly TableArea[];
}

export function readMapTable(table: HTMLTableElement): MapTable {
  const heads = [...table.tHead!.rows[0]!.cells];
  const columns = heads.flatMap((head, column) => (head.dataset.period === undefined ? [] : [{ period: head.dataset.period, column }]));
  const areas = [...table.tBodies[0]!.rows].map(row => ({
    id: row.dataset.area!,
    name: row.cells[0]!.firstChild!.textContent!.trim(),
    texts: new Map(columns.map(({ period, column }) => [period, row.cells[column]!.textContent.trim()])),
  }));
  return { periods: columns.map(({ period }) => period), areas };
}

/** An area's value in a period; null where the table has a word. */
export const valueAt = ({ texts }: TableArea, period: string): number | null => numberOf(texts.get(period) ?? '');

/** Areas by value in a period, the highest first; those without one last. */
export const byValue = (areas: readonly TableArea[], period: string): TableArea[] =>
  [...areas].sort((a, b) => (valueAt(b, period) ?? -Infinity) - (valueAt(a, period) ?? -Infinity) || collator.compare(a.name, b.name));

const collator = new Intl.Collator('sv');
