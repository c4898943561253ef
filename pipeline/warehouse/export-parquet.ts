import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

/**
 * A CSV text (RFC 4180, with a header that names the columns in order) as a Parquet file with the same rows in the same
 * order. Empty fields are null. Throws QueryError where a field does not cast to its column's type.
 */
export async function parquetOf(warehouse: Warehouse, columns: readonly ParquetColumn[], csv: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'malbild-parquet-'));
  try {
    const from = join(folder, 'export.csv');
    const to = join(folder, 'export.parquet');
    await writeFile(from, csv);
    const text = columns.map(c => `${literal(c.name)}: 'VARCHAR'`).join(', ');
    const typed = columns.map(c => `${identifier(c.name)}::${c.type} as ${identifier(c.name)}`).join(', ');
    await run(
      warehouse,
      `copy (select ${typed} from read_csv(${literal(from)}, auto_detect = false, header = true, columns = {${text}},
         delim = ',', quote = '"', escape = '"', nullstr = '', new_line = '\\r\\n'))
       to ${literal(to)} (format parquet, compression zstd)`,
    );
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
