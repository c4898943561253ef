import { FetchError } from '../connector.ts';

/** A cell of a row as the database writes it; null and '' are the same in CSV. */
export type Cell = string | null;

const SPECIAL = /[",\r\n]/;

/** One record of RFC 4180. The only cell of a row is quoted where it is empty: an empty line would be no record. */
export function csvLine(cells: readonly Cell[]): string {
  if (cells.length === 1 && !cells[0]) return '""\r\n';
  return `${cells.map(cell => (cell !== null && SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? ''))).join(',')}\r\n`;
}

/** The header. Throws FetchError where there are no columns, one has no name, or two have the same: columns are found by name. */
export function csvHeader(names: readonly string[]): string {
  if (names.length === 0) throw new FetchError('refused', 'a statement that gives no columns: it is no query');
  names.forEach((name, i) => {
    if (name === '') throw new FetchError('wrong-answer', `column ${i + 1} has no name`);
    const first = names.indexOf(name);
    if (first < i) throw new FetchError('wrong-answer', `columns ${first + 1} and ${i + 1} have the same name`);
  });
  return csvLine(names);
}

/** Bytes that are no text, as PostgreSQL writes them: `\x` and lower-case hexadecimal. */
export const hexCell = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
