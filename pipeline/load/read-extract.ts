import type { RowWriter } from '../warehouse/append-rows.ts';
import type { Delivery, Reject } from '../words/delivery.ts';
import { hasCode } from '../words/expected-error.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { BrokenExtract, fault } from './formats/broken-extract.ts';
import type { Fault } from './formats/broken-extract.ts';
import { rowCheck } from './values/check-row.ts';
import { readerOf } from './formats/readers.ts';
import type { RecordSink, Trailer } from './formats/record-sink.ts';
import { addAmounts } from './contract/control-total.ts';
import type { RejectedAmounts } from './contract/control-total.ts';

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
}

/**
 * Decodes, types and checks one extract, and writes the rows that pass as `[extract, line, …loaded columns]`. A file that
 * cannot be read gives its faults; what was written of it before they showed is the caller's to take out. `period` is what
 * the delivery's name says its rows are about.
 */
export async function readExtract(
  source: SourceDeclaration,
  { path, sha256, removed }: Pick<Delivery, 'path' | 'sha256' | 'removed'>,
  period: string | null,
  extract: number,
  digest: (text: string) => string,
  writer: RowWriter,
  warehouse: Warehouse,
): Promise<ExtractReading> {
  const check = rowCheck(source, period, digest);
  const personal = source.columns.some(column => column.personal !== null);
  const number = BigInt(extract);
  const rejects: Reject[] = [];
  const notices: Fault[] = [];
  const trailers: (Trailer & { line: number })[] = [];
  const { amounts, add } = addAmounts(source);
  const told = { records: 0, ignored: 0, header: null as readonly string[] | null };
  const sink: RecordSink = {
    record(line, cells) {
      told.records++;
      const row = check(cells);
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
    header: names => void (told.header = names),
    trailer: (line, totals) => trailers.push({ line, ...totals }),
    notice: found => notices.push(found),
  };
  const { format, columns } = source;
  try {
    if (removed) throw new BrokenExtract(fault('extract-removed', null, { day: removed.day }));
    await readerOf(format)({ path, warehouse }, format, columns, sink);
    return { ...told, rejects, trailers, rejected: amounts, notices, faults: [] };
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
});

/** The faults of an unreadable file; any other error is thrown on. */
function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof BrokenExtract) return error.faults;
  if (hasCode(error, 'ENOENT', 'EACCES', 'EIO', 'EISDIR'))
    return [fault('extract-unreadable', null, { code: String((error as NodeJS.ErrnoException).code) })];
  throw error;
}
