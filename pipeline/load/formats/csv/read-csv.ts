import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { CsvFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { decodeText } from '../../text/decode-text.ts';
import type { FormatReader } from '../format-reader.ts';
import type { RecordSink } from '../record-sink.ts';
import { tableReader } from '../table-reader.ts';
import type { TableReader } from '../table-reader.ts';
import { dialect, rowShape } from './dialect.ts';
import { untilFooter } from './until-footer.ts';
import type { Footer } from './until-footer.ts';

/**
 * Reads a CSV file (RFC 4180 with the declared delimiter; any line ends) into the sink. The header is compared by name.
 * A record's line is the file's line where it begins. Empty lines at the end are not records. Lines of the preamble, records
 * that `ignore` or `trailer` matches, and the first that `footer` matches with all lines after it, are ignored records; the
 * patterns are tried on the cells, unquoted, joined by the delimiter. Throws BrokenExtract.
 */
export const readCsv: FormatReader<CsvFormat> = async ({ path: file }, format, columns, sink) => {
  const table = tableReader(format.layout, columns, sink, rowShape(format));
  // Counted from what the records hold: the parser's own count is off after quoted CRLF.
  let line = format.layout.preamble + 1;
  const footers: Footer[] = [];
  try {
    await pipeline(
      textOf(file, format, footer => footers.push(footer)),
      parse(dialect(format)),
      async (records: AsyncIterable<string[]>) => {
        for await (const cells of records) {
          table.take(line, cells);
          line += linesOf(cells);
        }
      },
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BrokenExtract(fault('csv-quotes', await lineOfFault(file, format)));
  }
  for (const footer of footers) tellFooter(footer, line, table, sink);
  table.end();
};

/** Its own record, which tells the empty ones before it, and a record for each line after that. */
function tellFooter({ cells, lines }: Footer, line: number, table: TableReader, sink: RecordSink): void {
  if (lines === 0) return;
  if (cells.join('') === '') table.tell(line, cells);
  else table.take(line, cells);
  sink.ignored(lines - 1);
}

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
  await pipeline(
    textOf(file, format, () => undefined),
    parser.resume(),
  ).catch(() => undefined);
  return line;
}

function textOf(file: string, format: CsvFormat, found: (footer: Footer) => void): AsyncGenerator<string> {
  const text = withoutLines(decodeText(file, format.encoding), format.layout.preamble);
  return format.layout.footer === null ? text : untilFooter(text, format, new RegExp(format.layout.footer), found);
}

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
