import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBulkTable, dropBulkTable } from '../../../../warehouse/bulk-csv.ts';
import { QueryError } from '../../../../warehouse/query.ts';
import { spillFolder } from '../../../../warehouse/spill-folder.ts';
import { diskFault } from '../../../../words/disk-error.ts';
import { hasCode } from '../../../../words/expected-error.ts';
import type { CsvFormat } from '../../../../words/format.ts';
import { periodColumn } from '../../../../words/period-column.ts';
import type { SourceDeclaration } from '../../../../words/source.ts';
import type { Warehouse } from '../../../../words/stages.ts';
import { BrokenExtract } from '../../broken-extract.ts';
import { decodeText } from '../../../text/decode-text.ts';
import { cellForm, UNDECLARED } from './cell-form.ts';
import { copySure } from './copy-sure.ts';
import { readHead } from './read-head.ts';
import type { Head } from './read-head.ts';
import { scanFile } from './scan-file.ts';
import type { LineRule, Scan, ScanRules } from './scan-csv.ts';

/** An extract whose sure records DuckDB has read into a table of its own. */
export interface PreparedBulk {
  head: Head;
  scan: Scan;
  /** The file in UTF-8, where the doubtful records stand. */
  path: string;
  /** The line of the table's row 0. */
  firstLine: number;
  /** Removes what was put in the spill folder. */
  close(): Promise<void>;
}

/** Bytes of delimiters and decimal signs that the scan can tell from everything else. */
const SIMPLE = /^[\t!-,./:-@[-`{-~]$/;

/**
 * Scans a CSV extract strictly and has DuckDB read the records that are sure. Null where the whole file is for the parser: its
 * declaration or its bytes are not what a scan and DuckDB's reader are exact about. It is then as if nothing had been done.
 */
export async function prepareBulk(
  source: SourceDeclaration & { format: CsvFormat },
  extract: { path: string; number: number; period: string | null; temporary: boolean },
  key: Uint8Array,
  warehouse: Warehouse,
): Promise<PreparedBulk | null> {
  const { format, columns } = source;
  const folder = await spillFolder(warehouse);
  await mkdir(folder, { recursive: true });
  const temporary = {
    own: join(folder, `${extract.number}.csv`),
    utf8: join(folder, `${extract.number}.utf8`),
    sure: join(folder, `${extract.number}.sure`),
  };
  const close = async (): Promise<void> => {
    for (const path of Object.values(temporary)) await rm(path, { force: true });
  };
  try {
    // A file that was unpacked is gone when this returns, and its doubtful records are read after that.
    if (extract.temporary) await rename(extract.path, temporary.own);
    const given = extract.temporary ? temporary.own : extract.path;
    const path = format.encoding === 'utf-8' ? given : await inUtf8(given, format, temporary.utf8);
    const head = await readHead(path, format, columns);
    const rules = head && scanRules(source, head, extract.period);
    if (head !== null && rules !== null) {
      const create = (from: string, header: boolean): Promise<number> => {
        const file = { ...head, path: from, header, delimiter: format.delimiter, decimal: format.notation.decimal };
        return createBulkTable(warehouse, extract.number, columns, file, key);
      };
      // DuckDB reads on threads of its own while the bytes are scanned. It counts only where the scan finds every line readable.
      const early = head.plain ? outcomeOf(create(path, true)) : null;
      const scan = await scanFile(path, head.size, rules).finally(() => early);
      if (scan !== null) {
        const asItIs = early !== null && scan.readable;
        if (!asItIs) {
          await dropBulkTable(warehouse, extract.number);
          await copySure(path, head.size, scan, format.delimiter.repeat(head.width - 1), temporary.sure);
        }
        const rows = asItIs ? (await early)() : await create(temporary.sure, false);
        if (rows === scan.lines) return { head, scan, path, firstLine: format.layout.preamble + format.layout.header + 1, close };
      }
    }
  } catch (error) {
    // The parser of records meets the same, and says what it is; but a full disk is full for it too.
    const known = error instanceof BrokenExtract || error instanceof QueryError || hasCode(error, 'ENOENT', 'EACCES', 'EIO', 'EISDIR');
    if (!known || (error instanceof QueryError && diskFault(error) !== null)) throw error;
  }
  await dropBulkTable(warehouse, extract.number);
  await close();
  return null;
}

/** What a promise comes to, to be asked for later: its value is given, or its error thrown, then. */
const outcomeOf = <T>(promise: Promise<T>): Promise<() => T> =>
  promise.then(
    value => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );

async function inUtf8(path: string, { encoding }: CsvFormat, to: string): Promise<string> {
  await pipeline(decodeText(path, encoding), createWriteStream(to));
  return to;
}

function scanRules({ columns, format }: SourceDeclaration & { format: CsvFormat }, head: Head, period: string | null): ScanRules | null {
  const { delimiter, notation } = format;
  if (!SIMPLE.test(delimiter) || delimiter === '"' || delimiter === notation.decimal || head.width === 1) return null;
  const dated = period === null ? null : periodColumn(columns);
  const declared = columns.map(column => cellForm(column, notation, column === dated ? period : null));
  if (declared.includes(null)) return null;
  const forms = Array.from({ length: head.width }, (_, i) => {
    const column = head.indexes.indexOf(i);
    return column === -1 ? UNDECLARED : declared[column]!;
  });
  return { forms, delimiter: delimiter.charCodeAt(0), decimal: notation.decimal.charCodeAt(0), lineRule: lineRuleOf(format) };
}

function lineRuleOf({ layout }: CsvFormat): LineRule | null {
  const [footer, ...ignored] = [layout.footer, layout.ignore, layout.trailer].map(pattern =>
    pattern === null ? null : new RegExp(pattern),
  );
  if (!footer && ignored.every(pattern => pattern === null)) return null;
  return text => (footer?.test(text) ? 'footer' : ignored.some(pattern => pattern?.test(text)) ? 'ignored' : 'record');
}
