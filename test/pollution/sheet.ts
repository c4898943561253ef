import { DELIMITER, HEADER, RECORDS } from './clean-table.ts';
import type { Cells } from './clean-table.ts';

/** One line of a file, or more where a cell has line breaks: what is written, and the record it is to be loaded as. */
export interface Line {
  text: string;
  /** Null for what is no record of the reference. */
  cells: Cells | null;
  /** Where it does not end as the others do. */
  end?: string;
}

/** A file before it is bytes. */
export interface Sheet {
  lines: readonly Line[];
  end: string;
  /** Whether the last line has its end. */
  closed: boolean;
}

export const headerLine = (cells: readonly string[] = HEADER): Line => ({ text: cells.join(DELIMITER), cells: null });
export const recordLine = (i: number): Line => ({ text: RECORDS[i]!.written.join(DELIMITER), cells: RECORDS[i]!.cells });
export const recordLines = (): Line[] => RECORDS.map((_, i) => recordLine(i));
export const noRecord = (text: string): Line => ({ text, cells: null });

export const sheet = (lines: readonly Line[], { end = '\n', closed = true }: Partial<Omit<Sheet, 'lines'>> = {}): Sheet => ({
  lines,
  end,
  closed,
});
export const clean = (): Sheet => sheet([headerLine(), ...recordLines()]);

/** The clean file with one record's line written otherwise; it is still to be loaded as that record. */
export const withLine = (i: number, text: string): Sheet =>
  sheet([headerLine(), ...recordLines().map((line, at) => (at === i ? { ...line, text } : line))]);

/** The clean file with lines put before record `i`; 80 puts them last. */
export const withLinesAt = (i: number, ...lines: Line[]): Sheet => sheet([headerLine(), ...recordLines().toSpliced(i, 0, ...lines)]);

/** The clean file with some cells of a record written otherwise, and loaded as `cells` has them where that is otherwise too. */
export function withCells(
  i: number,
  written: Readonly<Record<number, string>>,
  cells: Readonly<Record<number, string | null>> = {},
): Sheet {
  const record = RECORDS[i]!;
  const line = {
    text: record.written.map((text, at) => written[at] ?? text).join(DELIMITER),
    cells: record.cells.map((text, at) => (at in cells ? cells[at]! : text)),
  };
  return sheet([headerLine(), ...recordLines().map((other, at) => (at === i ? line : other))]);
}

export const textOf = ({ lines, end, closed }: Sheet): string =>
  lines.map((line, i) => line.text + (line.end ?? (i < lines.length - 1 || closed ? end : ''))).join('');

/** The records of the reference by the physical line where each begins. */
export function expectedOf({ lines }: Sheet): Map<number, Cells> {
  const expected = new Map<number, Cells>();
  let at = 1;
  for (const { text, cells } of lines) {
    if (cells !== null) expected.set(at, cells);
    at += 1 + (text.match(/\r\n|\n|\r/g)?.length ?? 0);
  }
  return expected;
}
