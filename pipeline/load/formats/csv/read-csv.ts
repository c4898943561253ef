import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Options } from 'csv-parse';
import type { CsvFormat } from '../../../words/format.ts';
import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { decodeText } from '../../text/decode-text.ts';
import { matchHeader } from '../match-header.ts';
import type { FormatReader } from '../format-reader.ts';
import type { RecordSink } from '../record-sink.ts';

/** A record longer than this is a quote that was never closed, and would take the rest of the file with it. */
const LONGEST_RECORD = 1 << 24;

/**
 * Reads a CSV file (RFC 4180 with the declared delimiter; any line ends) into the sink. The header is compared by name.
 * A record's line is the file's line where it begins. Empty lines at the end are not records. Lines of the preamble, what
 * `ignore` or `trailer` matches, and what `footer` matches with all after it, are ignored records; the patterns are tried on the cells,
 * unquoted, joined by the delimiter. Throws BrokenExtract.
 */
export const readCsv: FormatReader<CsvFormat> = async ({ path: file }, format, columns, sink) => {
  const reader = csvReader(format, columns, sink);
  try {
    await pipeline(textOf(file, format), parse(dialect(format)), async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) reader.take(cells);
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BrokenExtract(fault('csv-quotes', await lineOfFault(file, format)));
  }
  reader.end();
};

const dialect = (format: CsvFormat): Options => ({
  delimiter: format.delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: LONGEST_RECORD,
});

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

/** Takes parsed records one by one, counting physical lines from what they hold: the parser's own count is off after quoted CRLF. */
function csvReader(format: CsvFormat, columns: readonly Column[], sink: RecordSink) {
  const ignore = format.layout.ignore === null ? null : new RegExp(format.layout.ignore);
  const footer = format.layout.footer === null ? null : new RegExp(format.layout.footer);
  const trailer = format.layout.trailer === null ? null : new RegExp(format.layout.trailer);
  let line = format.layout.preamble + 1;
  let header: { width: number; indexes: readonly number[] } | null = null;
  let ended = false;
  let empty: number[] = [];

  const tell = (at: number, cells: readonly string[]): void => {
    const { width, indexes } = header!;
    const text = ignore || footer || trailer || cells.length !== width ? cells.join(format.delimiter) : '';
    const totals = trailer?.exec(text);
    if (totals) sink.trailer(at, { ...totals.groups });
    ended ||= footer?.test(text) ?? false;
    if (totals || ended || ignore?.test(text)) sink.ignored(1);
    else if (cells.length !== width) sink.misfit(at, text);
    else
      sink.record(
        at,
        indexes.map(i => cells[i]! || null),
      );
  };

  return {
    take(cells: readonly string[]): void {
      const at = line;
      line += linesOf(cells);
      if (header === null) {
        if (isEmpty(cells)) throw new BrokenExtract(fault('no-header', at));
        header = { width: cells.length, indexes: matchHeader(cells, columns, at, sink.notice) };
        sink.header(cells);
        sink.ignored(format.layout.preamble);
      } else if (isEmpty(cells)) empty.push(at);
      else {
        for (const earlier of empty) tell(earlier, ['']);
        empty = [];
        tell(at, cells);
      }
    },
    end(): void {
      if (header === null) throw new BrokenExtract(fault('no-header', null));
    },
  };
}

const isEmpty = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

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
