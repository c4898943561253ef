import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Warehouse } from '../words/stages.ts';
import { run } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** A column of what is exported, with its DuckDB type. */
export interface ParquetColumn {
  name: string;
  type: 'VARCHAR' | 'DATE' | 'DOUBLE' | 'BIGINT' | `DECIMAL(38,${number})`;
}

/** What is exported: rows as CSV text (RFC 4180, with a header that names the columns in order). */
export interface ParquetTable {
  columns: readonly ParquetColumn[];
  csv: string;
}

/**
 * Each table as a Parquet file with the same rows in the same order. Empty fields are null. DuckDB begins before this
 * returns, and goes on in threads of its own while the caller does something else. Throws QueryError where a field does
 * not cast to its column's type.
 */
export async function exportParquet(warehouse: Warehouse, tables: readonly ParquetTable[]): Promise<Uint8Array[]> {
  if (tables.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'malbild-parquet-'));
  try {
    const copies = tables.map(({ columns, csv }, i) => {
      writeFileSync(join(folder, `${i}.csv`), csv);
      return copyStatement(columns, join(folder, `${i}.csv`), join(folder, `${i}.parquet`));
    });
    await run(warehouse, copies.join(';\n'));
    return await Promise.all(tables.map((_, i) => readFile(join(folder, `${i}.parquet`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function copyStatement(columns: readonly ParquetColumn[], from: string, to: string): string {
  const text = columns.map(c => `${literal(c.name)}: 'VARCHAR'`).join(', ');
  const typed = columns.map(c => `${identifier(c.name)}::${c.type} as ${identifier(c.name)}`).join(', ');
  return `copy (select ${typed} from read_csv(${literal(from)}, auto_detect = false, header = true, columns = {${text}},
     delim = ',', quote = '"', escape = '"', nullstr = '', new_line = '\\r\\n'))
   to ${literal(to)} (format parquet, compression zstd)`;
}
