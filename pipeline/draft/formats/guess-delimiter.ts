import { parse } from 'csv-parse/sync';

/** Characters that are enough to tell the delimiter. */
const ENOUGH = 200_000;
const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The records of a text that need not be well-formed, with any line ends. */
export const looseRecords = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, to: 2_000_000 });

/** The first lines of a text, up to one that does not end within quotes. */
export function firstRecords(text: string): string {
  if (text.length <= ENOUGH) return text;
  const head = text.slice(0, ENOUGH);
  let quotes = head.split('"').length - 1;
  for (let at = head.length - 1; at > 0; at--) {
    if (head[at] === '"') quotes--;
    else if (head[at] === '\n' && quotes % 2 === 0) return head.slice(0, at + 1);
  }
  return head;
}

/**
 * The delimiter that gives most records one and the same number of cells; of two that do, the one that gives more cells. Where
 * none gives more than one cell it is one that does not stand in the text.
 */
export function guessDelimiter(text: string): string {
  const ranked = DELIMITERS.map(delimiter => ({ delimiter, ...agreement(text, delimiter) }));
  const best = ranked.filter(({ isTable }) => isTable).sort((a, b) => b.share - a.share || b.width - a.width)[0];
  return best?.delimiter ?? [',', ';', '\t', '|'].find(delimiter => !text.includes(delimiter)) ?? ',';
}

/** A table's share of the records at least: the others are what stands before and after it. */
const LEAST = 0.2;

/** The number of cells that most records have, the share of records that have it, and whether they are a table: two after each other. */
function agreement(text: string, delimiter: string): { width: number; share: number; isTable: boolean } {
  try {
    const records = looseRecords(text, delimiter).filter(cells => cells.some(cell => cell.trim() !== ''));
    const counts = new Map<number, number>();
    for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [[width, count] = [0, 0]] = [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a);
    const share = count / Math.max(1, records.length);
    const together = records.some(({ length }, i) => length === width && records[i + 1]?.length === width);
    return { width, share, isTable: width > 1 && (share === 1 || (together && share >= LEAST)) };
  } catch {
    // Quotes that do not pair off with this delimiter.
    return { width: 0, share: 0, isTable: false };
  }
}
