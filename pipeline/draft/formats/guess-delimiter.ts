import { parse } from 'csv-parse/sync';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The records of a text that need not be well-formed, with any line ends. */
export const looseRecords = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true, to: 2_000_000 });

/**
 * The delimiter that gives most records one and the same number of cells; of two that do, the one that gives more cells. Where
 * none gives more than one cell it is one that does not stand in the text.
 */
export function guessDelimiter(text: string): string {
  const ranked = DELIMITERS.map(delimiter => ({ delimiter, ...agreement(text, delimiter) }));
  const best = ranked.filter(({ width }) => width > 1).sort((a, b) => b.share - a.share || b.width - a.width)[0];
  return best?.delimiter ?? [',', ';', '\t', '|'].find(delimiter => !text.includes(delimiter)) ?? ',';
}

/** The number of cells that most records have, and the share of records that have it. */
function agreement(text: string, delimiter: string): { width: number; share: number } {
  try {
    const records = looseRecords(text, delimiter).filter(cells => cells.some(cell => cell.trim() !== ''));
    const counts = new Map<number, number>();
    for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [[width, count] = [0, 0]] = [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a);
    return { width, share: count / Math.max(1, records.length) };
  } catch {
    // Quotes that do not pair off with this delimiter.
    return { width: 0, share: 0 };
  }
}
