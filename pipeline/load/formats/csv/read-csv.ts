import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { CsvFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { decodeText } from '../../text/decode-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { tableReader } from '../table-reader.ts';
import { dialect, rowShape } from './dialect.ts';

/**
 * Reads a CSV file (RFC 4180 with the declared delimiter; any line ends) into the sink. The header is compared by name.
 * A record's line is the file's line where it begins. Empty lines at the end are not records. Lines of the preamble, what
 * `ignore` or `trailer` matches, and what `footer` matches with all after it, are ignored records; the patterns are tried on
 * the cells, unquoted, joined by the delimiter. Throws BrokenExtract.
 */
export const readCsv: FormatReader<CsvFormat> = async ({ path: file }, format, columns, sink) => {
  const table = tableReader(format.layout, columns, sink, rowShape(format));
  // Counted from what the records hold: the parser's own count is off after quoted CRLF.
  let line = format.layout.preamble + 1;
  try {
    await pipeline(textOf(file, format), parse(dialect(format)), async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) {
        table.take(line, cells);
        line += linesOf(cells);
      }
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BrokenExtract(fault('csv-quotes', await lineOfFault(file, format)));
  }
  table.end();
};

/**
 * Where the record begins that the parser cannot read. It has told records that were lost with its stream, so the file is
 * parsed once more, with a callback that sees every record; that is too slow for files that are well.
 */
async function lineOfFault(file: string, format: CsvFormat): Promise<number> {
  let line = format.layout.preamble + 1;
  const count = (cells: string[]): null => {
    line += linesOf(cells);
    return null;
  };
  const parser = parse({ ...dialect(format), on_record: count });
  await pipeline(textOf(file, format), parser.resume()).catch(() => undefined);
  return line;
}

const textOf = (file: string, format: CsvFormat): AsyncGenerator<string> =>
  withoutLines(decodeText(file, format.encoding), format.layout.preamble);

/** How many physical lines a record takes. */
const linesOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + breaksIn(cell), 1);

const breaksIn = (cell: string): number => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0);

/** The text after its first `count` lines. */
async function* withoutLines(text: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count;
  for await (const piece of text) {
    let from = 0;
    for (; left > 0; left--) {
      const end = piece.indexOf('\n', from);
      if (end === -1) break;
      from = end + 1;
    }
    if (left === 0 && from < piece.length) yield piece.slice(from);
  }
}
