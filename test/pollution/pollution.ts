import type { CsvFormat, Layout, Notation } from '../../pipeline/words/format.ts';
import type { Column, SourceDeclaration } from '../../pipeline/words/source.ts';
import { csv, declare } from '../load/declare.ts';
import { COLUMNS, DELIMITER } from './clean-table.ts';
import { textOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** What a declaration says beyond the clean table's own, to name an oddity: of the format, and of columns by name. */
export interface Oddity {
  format?: Partial<Omit<CsvFormat, 'type'> & Notation & Layout>;
  columns?: Readonly<Record<string, Partial<Column>>>;
}

export interface Polluted {
  /** What was done, and where: `row 12, after cell 3`. */
  place: string;
  bytes: Buffer;
  sheet: Sheet;
  /** What is declared besides; null where that is nothing. */
  oddity: Oddity | null;
  /** Whether what is declared names the oddity; else it is declared wrongly. */
  named: boolean;
}

/** One way in which files are spoilt. */
export interface PollutionClass {
  name: string;
  files: readonly Polluted[];
}

/** One file of a class; its bytes are the sheet's in UTF-8 where nothing else is said. */
export const polluted = (
  place: string,
  sheet: Sheet,
  oddity: Oddity | null = null,
  bytes: Buffer = Buffer.from(textOf(sheet)),
): Polluted => ({
  ...{ place, sheet, oddity, bytes, named: oddity !== null },
});

/** One whose declaration says something of it that is not so. */
export const misdeclared = (place: string, sheet: Sheet, oddity: Oddity, bytes: Buffer = Buffer.from(textOf(sheet))): Polluted => ({
  ...polluted(place, sheet, oddity, bytes),
  named: false,
});

/** The clean table's declaration, with the oddity named where one is. */
export const declarationOf = (id: string, oddity: Oddity | null): SourceDeclaration =>
  declare({
    id,
    kind: 'snapshot',
    format: csv({ delimiter: DELIMITER, decimal: ',', ...oddity?.format }),
    columns: COLUMNS.map(column => ({ ...column, ...oddity?.columns?.[column.name] })),
  });

/** Numbers 0 ≤ n < limit that are the same in every run (mulberry32). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** `count` different rows of the clean table, the first and the last among them, in order. */
export function someRows(count: number, seed: number, of = 80): number[] {
  const random = seeded(seed);
  const rows = new Set([0, of - 1]);
  while (rows.size < count) rows.add(random(of));
  return [...rows].sort((a, b) => a - b);
}
