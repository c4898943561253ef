import type { Options } from 'csv-parse';
import type { CsvFormat } from '../../../words/format.ts';
import type { RowShape } from '../table-reader.ts';

/** A record longer than this is a quote that was never closed, and would take the rest of the file with it. */
export const LONGEST_RECORD = 1 << 24;

/** RFC 4180 with the declared delimiter and any line ends; records of any width. */
export const dialect = (format: CsvFormat): Options => ({
  delimiter: format.delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: LONGEST_RECORD,
});

/** A record fits the header when it has as many cells; the layout's patterns are tried on its cells, unquoted. */
export const rowShape = ({ delimiter }: CsvFormat): RowShape => ({
  text: cells => cells.join(delimiter),
  fits: (_, cells, width) => cells.length === width,
  least: 0,
});
