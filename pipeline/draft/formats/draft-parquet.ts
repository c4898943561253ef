import { BrokenExtract, fault } from '../../load/formats/broken-extract.ts';
import { parquetColumns } from '../../warehouse/parquet-file.ts';
import { QueryError } from '../../warehouse/query.ts';
import { PLAIN } from '../../words/format.ts';
import type { Warehouse } from '../../words/stages.ts';
import type { DraftFormat } from '../draft.ts';

/** What a Parquet file says of its columns. Throws BrokenExtract. */
export async function draftParquet(path: string, warehouse: Warehouse): Promise<DraftFormat> {
  try {
    const columns = await parquetColumns(warehouse, path);
    const nested = columns.filter(column => column.nested).map(({ name }) => name);
    return {
      format: { type: 'parquet', notation: PLAIN },
      written: { type: 'parquet' },
      notes: nested.length === 0 ? [] : [`left out, being lists or structs: ${nested.join(', ')}`],
      headers: columns.filter(column => !column.nested).map(({ name }) => name.normalize('NFC')),
      key: null,
    };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new BrokenExtract(fault('parquet', null));
  }
}
