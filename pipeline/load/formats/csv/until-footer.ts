import { CsvError, parse } from 'csv-parse/sync';
import type { CsvFormat } from '../../../words/format.ts';
import { dialect, LONGEST_RECORD } from './dialect.ts';

/** The first record that the declared footer matches. */
export interface Footer {
  cells: readonly string[];
  /** Physical lines from its own to the last one that is not empty; 0 where only empty lines are left. */
  lines: number;
}

/** A line with its end; a `\r` last in a piece may be half of one. */
const LINE = /[^\r\n]*(?:\r\n|\n|\r(?!$))/g;
const LAST_LINE = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;

/**
 * The text of a CSV file, without its preamble, as far as its footer. What comes after is free text, in which a quotation mark
 * means nothing, and is only counted; so may its own line be. `found` is called at the end where there was a footer. A record ends where its quotes are
 * in pairs; in a file where they are not, the parser meets the fault in the text before.
 */
export async function* untilFooter(
  text: AsyncIterable<string>,
  format: CsvFormat,
  footer: RegExp,
  found: (footer: Footer) => void,
): AsyncGenerator<string> {
  let headers = format.layout.header;
  let record: string[] = [];
  let open = false;
  let held = 0;
  let cells: readonly string[] | null = null;
  let lines = 0;
  let filled = 0;

  const isFooter = (whole: string): boolean => {
    if (headers > 0) {
      headers--;
      return false;
    }
    const own = whole.includes('"') ? parsed(whole, format) : [withoutEnd(whole)];
    if (own === null || !footer.test(own.join(format.delimiter))) return false;
    cells = own;
    return true;
  };
  /** Takes a line; gives the text that is known to be before the footer. */
  const take = (line: string): string => {
    if (cells === null) {
      record.push(line);
      held += line.length;
      if (line.includes('"') && line.split('"').length % 2 === 0) open = !open;
      const ends = !open || held >= LONGEST_RECORD;
      // What looks open may be a quotation mark in the footer's own line.
      const asked = ends || (record.length === 1 && headers === 0 && footer.test(withoutEnd(line)));
      if (!asked || !isFooter(record.join(''))) return ends ? release() : '';
      lines = record.length;
    } else lines++;
    if (withoutEnd(line) !== '') filled = lines;
    return '';
  };
  const release = (): string => {
    const whole = record.join('');
    [record, open, held] = [[], false, 0];
    return whole;
  };

  let rest = '';
  for await (const piece of text) {
    const all = rest + piece;
    const whole = all.match(LINE) ?? [];
    const before = whole.map(take).join('');
    rest = all.slice(whole.reduce((sum, line) => sum + line.length, 0));
    if (before !== '') yield before;
    // So long a line is for the parser to refuse.
    if (cells === null && rest.length > LONGEST_RECORD) {
      yield release() + rest;
      rest = '';
    }
  }
  const last = (rest.match(LAST_LINE) ?? []).map(take).join('') + (cells === null ? release() : '');
  if (last !== '') yield last;
  if (cells !== null) found({ cells, lines: filled });
}

const withoutEnd = (line: string): string => line.replace(/(?:\r\n|\n|\r)$/, '');

/** A record's cells; `line` where it has quotes that no record has, null where a quote is not closed in it. */
function parsed(line: string, format: CsvFormat): readonly string[] | null {
  try {
    const [cells = ['']] = parse(line, dialect(format)) as string[][];
    return cells;
  } catch (error) {
    return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? null : [withoutEnd(line)];
  }
}
