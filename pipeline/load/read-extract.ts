import type { RowWriter } from '../warehouse/append-rows.ts';
import type { Delivery, Reject } from '../words/delivery.ts';
import { hasCode } from '../words/expected-error.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { addAmounts } from './contract/control-total.ts';
import type { RejectedAmounts } from './contract/control-total.ts';
import { BrokenExtract, fault } from './formats/broken-extract.ts';
import type { Fault } from './formats/broken-extract.ts';
import { reportCheck } from './values/check-report.ts';
import { rowCheck } from './values/check-row.ts';
import type { PreparedBulk } from './formats/csv/bulk/prepare-bulk.ts';
import { tellBulk } from './formats/csv/bulk/tell-bulk.ts';
import type { CheckedRow, ReadingContext } from './values/check-row.ts';
import { readerOf } from './formats/readers.ts';
import { textOf } from './formats/record-sink.ts';
import type { BulkSink, Cell, Trailer } from './formats/record-sink.ts';
import { withUnpacked } from './packed/with-unpacked.ts';

/** What reading an extract found, before keys are compared. */
export interface ExtractReading {
  records: number;
  ignored: number;
  rejects: Reject[];
  /** The names in the file's header; null where the file has none in an order. */
  header: readonly string[] | null;
  trailers: readonly (Trailer & { line: number })[];
  /** What the control column holds in the rejects. */
  rejected: RejectedAmounts;
  notices: readonly Fault[];
  faults: readonly Fault[];
  bulkFrom: number | null;
}

/** One extract, and where what it becomes goes. */
export interface ExtractToRead {
  delivery: Pick<Delivery, 'name' | 'path' | 'sha256' | 'removed'>;
  /** What the delivery's name says its rows are about; null where it says nothing. */
  period: string | null;
  /** Its number in the cache. */
  number: number;
  /** Not null where DuckDB has read the records that are sure. */
  bulk: PreparedBulk | null;
  context: ReadingContext;
  writer: RowWriter;
  warehouse: Warehouse;
}

/**
 * Unpacks, decodes, types and checks one extract, and writes the rows that pass as `[extract, line, …loaded columns]`, but those
 * that DuckDB has read. A file that cannot be read gives its faults; what was written of it before they showed is the
 * caller's to take out.
 */
export async function readExtract(source: SourceDeclaration, extract: ExtractToRead): Promise<ExtractReading> {
  const { delivery, bulk, writer, warehouse } = extract;
  const { sha256 } = delivery;
  const checkRow = rowCheck(source, extract.period, extract.context);
  const checkReport = source.kind === 'reports' ? reportCheck(source) : () => null;
  const personal = source.columns.some(column => column.personal !== null);
  const number = BigInt(extract.number);
  const rejects: Reject[] = [];
  const notices: Fault[] = [];
  const trailers: (Trailer & { line: number })[] = [];
  const { amounts, add } = addAmounts(source, extract.context);
  const told = { records: 0, ignored: 0, header: null as readonly string[] | null };
  const sink: BulkSink = {
    record(line, cells) {
      told.records++;
      const row = checked(cells);
      if (row.ok) writer.append([number, BigInt(line), ...row.values]);
      else {
        rejects.push({ source: source.id, sha256, line, column: row.column, rule: row.rule, raw: row.raw });
        add(cells);
      }
    },
    misfit(line, text) {
      told.records++;
      rejects.push({ source: source.id, sha256, line, column: '', rule: 'type', raw: personal ? '' : text });
      add(null);
    },
    ignored(count) {
      told.records += count;
      told.ignored += count;
    },
    passed(count) {
      told.records += count;
    },
    header: names => void (told.header = names),
    trailer: (line, totals) => trailers.push({ line, ...totals }),
    notice: found => notices.push(found),
  };
  const { format, columns, entry } = source;
  function checked(cells: readonly Cell[]): CheckedRow {
    const row = checkRow(cells);
    const breach = row.ok ? checkReport(cells) : null;
    if (breach === null) return row;
    const i = columns.findIndex(({ name }) => name === breach.column);
    return { ok: false, column: columns[i]!.header, rule: breach.rule, raw: textOf(cells[i] ?? null) };
  }
  try {
    if (delivery.removed) throw new BrokenExtract(fault('extract-removed', null, { day: delivery.removed.day }));
    if (bulk !== null && format.type === 'csv') await tellBulk(bulk, format, columns, sink);
    else await withUnpacked(delivery, entry, warehouse, path => readerOf(format)({ path, warehouse }, format, columns, sink));
    return { ...told, rejects, trailers, rejected: amounts, notices, faults: [], bulkFrom: bulk?.firstLine ?? null };
  } catch (error) {
    return brokenReading(faultsOf(error));
  }
}

/** What is known of an extract that is not used. */
export const brokenReading = (faults: readonly Fault[]): ExtractReading => ({
  records: 0,
  ignored: 0,
  rejects: [],
  header: null,
  trailers: [],
  rejected: { sum: 0n, unread: 0 },
  notices: [],
  faults,
  bulkFrom: null,
});

/** The faults of an unreadable file; any other error is thrown on. */
function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof BrokenExtract) return error.faults;
  if (hasCode(error, 'ENOENT', 'EACCES', 'EIO', 'EISDIR'))
    return [fault('extract-unreadable', null, { code: String((error as NodeJS.ErrnoException).code) })];
  throw error;
}
