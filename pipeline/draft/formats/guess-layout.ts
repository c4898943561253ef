import type { Layout } from '../../words/format.ts';
import { guessHeader } from './guess-header.ts';

/** A row as the file has it, all cells as text. */
export interface TextRow {
  /** Its physical line, or its row's number in a sheet. */
  line: number;
  cells: readonly string[];
}

export interface LayoutGuess {
  layout: Layout;
  headers: string[];
  notes: string[];
}

const filled = (cells: readonly string[]): number => cells.filter(cell => cell.trim() !== '').length;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Where a file's table is: its rows are those that have as many cells as most, and more than one that is filled. What stands
 * before them is preamble, what stands after them footer. `ragged` where a row ends with its last filled cell, as in
 * workbooks; `separator` is what the loader puts between cells before it tries patterns. Null where there is no table.
 */
export function guessLayout(rows: readonly TextRow[], separator: string, ragged: boolean): LayoutGuess | null {
  const width = usualWidth(rows);
  const isFull = ({ cells }: TextRow): boolean => {
    const least = width < 3 ? 1 : 2;
    return filled(cells) >= least && (ragged ? cells.length * 2 >= width : cells.length === width);
  };
  const first = rows.findIndex(isFull);
  if (first === -1) return null;
  const last = rows.findLastIndex(isFull);
  const table = rows.slice(first, last + 1).filter(isFull);
  const header = guessHeader(
    table.map(({ cells }) => cells),
    width,
  );
  const textOf = ({ cells }: TextRow): string => cells.join(separator);
  const body = rows.slice(first + header.rows, last + 1);
  const notes = header.note === null ? [] : [header.note];
  const footer = footerOf(rows.slice(last + 1), body, textOf);
  const ignore = ignoreOf(body, textOf, separator);
  if (footer !== null) notes.push(`${rows.length - last - 1} lines after the table are its footer`);
  notes.push(...ignore.notes);
  return {
    layout: { preamble: rows[first]!.line - 1, header: header.rows, footer, ignore: ignore.pattern, trailer: null },
    headers: header.names,
    notes,
  };
}

/** How many cells most rows have; of rows with one cell only where there are no others. */
function usualWidth(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (filled(cells) > 0) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const widths = [...counts].filter(([width]) => width > 1);
  return widths.sort(([a, many], [b, more]) => more - many || b - a)[0]?.[0] ?? 1;
}

/** A pattern for the first row after the table that matches none of its own; null where nothing follows. */
function footerOf(after: readonly TextRow[], body: readonly TextRow[], textOf: (row: TextRow) => string): string | null {
  if (after.every(({ cells }) => cells.length <= 1 && filled(cells) === 0)) return null;
  const text = textOf(after[0]!);
  const word = /^[^\s:;,\t]+/.exec(text)?.[0] ?? text;
  const patterns =
    text.trim() === ''
      ? ['^\\s*$']
      : filled(after[0]!.cells) === 0
        ? [`^[${escaped(text[0]!)}\\s]*$`]
        : [`^${escaped(word)}`, `^${escaped(text)}$`];
  return patterns.find(pattern => !body.some(row => new RegExp(pattern).test(textOf(row)))) ?? null;
}

/** Empty rows within the table, and a sum in its last row, are no records. Other rows that are called sums are told. */
function ignoreOf(
  body: readonly TextRow[],
  textOf: (row: TextRow) => string,
  separator: string,
): { pattern: string | null; notes: string[] } {
  const parts: string[] = [];
  const notes: string[] = [];
  const empty = body.filter(({ cells }) => filled(cells) === 0).length;
  if (empty > 0) parts.push(`^[\\s${escaped(separator)}]*$`);
  const sums = body.filter(({ cells }) => /^(summa|totalt?|total|s:a)\b/i.test(cells[0] ?? ''));
  const [cell = ''] = body.at(-1)?.cells ?? [];
  if (sums.length === 1 && sums[0] === body.at(-1) && /^(summa|totalt?|total|s:a):?$/i.test(cell)) {
    parts.push(`^${escaped(cell)}`);
    notes.push(`the last row is a sum (${cell})`);
  } else if (sums.length > 0) notes.push(`${sums.length} rows begin with ${sums[0]!.cells[0]}: sums of others? \`ignore\` leaves them out`);
  if (empty > 0) notes.push(`${empty} empty rows`);
  const pattern = parts.join('|');
  return { pattern: pattern !== '' && body.some(row => new RegExp(pattern).test(textOf(row))) ? pattern : null, notes };
}
