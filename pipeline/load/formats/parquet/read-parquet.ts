import { join } from 'node:path';
import { openWarehouse } from '../../../warehouse/open.ts';
import { parquetColumns, parquetRows } from '../../../warehouse/parquet-file.ts';
import type { ParquetFileColumn } from '../../../warehouse/parquet-file.ts';
import { QueryError } from '../../../warehouse/query.ts';
import { spillFolder } from '../../../warehouse/spill-folder.ts';
import type { ParquetFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { FormatReader } from '../format-reader.ts';
import { matchHeader } from '../match-header.ts';
import { plainNumber } from '../plain-number.ts';
import { NESTED, Typed } from '../record-sink.ts';
import type { Cell } from '../record-sink.ts';

/**
 * Reads a Parquet file into the sink, with DuckDB. A record's line is its row's number, from 1. Values are exact: decimals
 * as they are, floating point as the shortest text that is the same number. Lists, structs and bytes are no value. A file that
 * DuckDB cannot read would abort the transaction that rows are written in, so it is read in a database of its own. Throws BrokenExtract.
 */
export const readParquet: FormatReader<ParquetFormat> = async ({ path: file, warehouse }, _, columns, sink) => {
  const own = await openWarehouse(join(await spillFolder(warehouse), 'parquet'));
  try {
    const found = await parquetColumns(own, file);
    const names = found.map(({ name }) => name);
    const indexes = matchHeader(names, columns, 1, sink.notice);
    sink.header(names);
    let line = 0;
    for await (const chunk of parquetRows(own, file, found, indexes))
      for (const row of chunk)
        sink.record(
          ++line,
          row.map((text, i) => cellOf(text, found[indexes[i]!]!)),
        );
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new BrokenExtract(fault('parquet', null));
  } finally {
    own.closeSync();
  }
};

function cellOf(text: string | null, { typed, nested }: ParquetFileColumn): Cell {
  if (text === null) return null;
  if (nested) return NESTED;
  if (!typed) return text === '' ? null : text;
  // A whole number in floating point, as files have it where a column of whole numbers has gaps, is written `12.0`.
  return new Typed(plainNumber(text).replace(/^(-?\d+)\.0$/, '$1'));
}
