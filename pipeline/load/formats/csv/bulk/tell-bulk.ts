import type { CsvFormat } from '../../../../words/format.ts';
import type { Column } from '../../../../words/source.ts';
import type { BulkSink } from '../../record-sink.ts';
import { tableReader } from '../../table-reader.ts';
import { rowShape } from '../dialect.ts';
import { doubtfulRecords } from './doubtful-records.ts';
import type { PreparedBulk } from './prepare-bulk.ts';

/** Tells a sink of an extract that DuckDB has read: the records that were doubtful one by one, the others by their number. */
export async function tellBulk(bulk: PreparedBulk, format: CsvFormat, columns: readonly Column[], sink: BulkSink): Promise<void> {
  const { head, scan, path, firstLine } = bulk;
  const table = tableReader(format.layout, columns, sink, rowShape(format));
  for (const [i, row] of head.rows.entries()) table.take(format.layout.preamble + i + 1, row);
  for await (const { record, cells } of doubtfulRecords(path, scan.doubtful, format)) table.tell(firstLine + record.line, cells);
  sink.passed(scan.sure);
}

/** The lines of the extract's own table that are no rows. */
export const linesLeftOut = ({ scan, firstLine }: PreparedBulk): number[] =>
  scan.doubtful.flatMap(({ line, lines }) => Array.from({ length: lines }, (_, i) => firstLine + line + i));
