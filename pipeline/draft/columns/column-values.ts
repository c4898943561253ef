import { NESTED, Typed } from '../../load/formats/record-sink.ts';
import type { Cell } from '../../load/formats/record-sink.ts';

/** What stands in one column: each text once, with how often it does. */
export interface ColumnValues {
  header: string;
  /** Values that the file writes as text. */
  text: ReadonlyMap<string, number>;
  /** Values that the file types itself, written plainly. */
  typed: ReadonlyMap<string, number>;
  /** Cells that are no value: lists, errors. */
  nested: number;
  empty: number;
}

export function columnValues(header: string, rows: readonly (readonly Cell[])[], i: number): ColumnValues {
  const text = new Map<string, number>();
  const typed = new Map<string, number>();
  let [nested, empty] = [0, 0];
  for (const row of rows) {
    const cell = row[i]!;
    if (cell === null) empty++;
    else if (cell === NESTED) nested++;
    else if (cell instanceof Typed) typed.set(cell.text, (typed.get(cell.text) ?? 0) + 1);
    else text.set(cell, (text.get(cell) ?? 0) + 1);
  }
  return { header, text, typed, nested, empty };
}
