import type { Fault } from './broken-extract.ts';

/** Where a cell was expected, what is no value: a JSON object or array, an error such as `#N/A`, a formula never computed. */
export const NESTED = Symbol('nested');

/** A value that the file itself types, written plainly: a number with a decimal point, a day as `2026-04-30`, `true`. */
export class Typed {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a record holds for one column: text as it stands in the file, a value the file types, or null where it is empty. */
export type Cell = string | Typed | null | typeof NESTED;

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell instanceof Typed ? cell.text : '');

/** Takes what a reader finds, in the file's order. Every record is told exactly once: as record, misfit or ignored. */
export interface RecordSink {
  /** Cells in the order of the declared columns; `line` is where the record begins, in JSON its number. */
  record(line: number, cells: readonly Cell[]): void;
  /** A record whose number of cells is not the header's: which cell is which cannot be known. */
  misfit(line: number, text: string): void;
  /** Records that the declaration says to leave out. */
  ignored(count: number): void;
  /** Something to warn about that takes nothing away. */
  notice(fault: Fault): void;
}
