import type { Fault } from './broken-extract.ts';

/** Where a cell was expected, what is no value: an object, a list, several elements, an error such as `#N/A`, a formula never computed. */
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
/** What a trailer says of the file, as it is written there; undefined where its pattern has no such group. */
export interface Trailer {
  rows?: string | undefined;
  sum?: string | undefined;
}

/** Takes what a reader finds, in the file's order. Every record is told exactly once: as record, misfit or ignored. */
export interface RecordSink {
  /** Cells in the order of the declared columns; `line` is where the record begins, in JSON and Parquet its number. */
  record(line: number, cells: readonly Cell[]): void;
  /** A record whose number of cells is not the header's: which cell is which cannot be known. */
  misfit(line: number, text: string): void;
  /** Records that the declaration says to leave out. */
  ignored(count: number): void;
  /** The names in the header of a file that has them in an order, told once, before any record. */
  header(names: readonly string[]): void;
  /** The sender's totals, of a record that is also told as ignored. */
  trailer(line: number, totals: Trailer): void;
  /** Something to warn about that takes nothing away. */
  notice(fault: Fault): void;
}

const ignore = (): void => undefined;
/** A sink that nobody listens to: for what is asked of a reader without its records. */
export const SILENT: RecordSink = { record: ignore, misfit: ignore, ignored: ignore, header: ignore, trailer: ignore, notice: ignore };

/** A sink that takes records by their number too. */
export interface BulkSink extends RecordSink {
  /** Records that DuckDB has read itself, since they are sure to pass. */
  passed(count: number): void;
}
