import { mkdtemp, readFile, rm } from 'node:fs/promises';
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

/** Rows as a Parquet file, in the order given. Fields are text or numbers that cast to the column's type; empty text and null are null. */
export async function parquetOf(
  warehouse: Warehouse,
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<Uint8Array> {
  await run(
    warehouse,
    `create or replace temp table _export (${columns.map(c => `${identifier(c.name)} ${c.type === 'DOUBLE' ? 'DOUBLE' : 'VARCHAR'}`).join(', ')})`,
  );
  const appender = await warehouse.createAppender('_export');
  for (const row of rows) {
    for (const [i, field] of row.entries())
      if (field === null || field === '') appender.appendNull();
      else if (columns[i]!.type === 'DOUBLE') appender.appendDouble(Number(field));
      else appender.appendVarchar(String(field));
    appender.endRow();
  }
  appender.closeSync();
  const folder = await mkdtemp(join(tmpdir(), 'malbild-parquet-'));
  try {
    const file = join(folder, 'export.parquet');
    const typed = columns.map(c => `${identifier(c.name)}::${c.type} as ${identifier(c.name)}`).join(', ');
    // One thread writes the rows in the order they were appended.
    await run(warehouse, `copy (select ${typed} from _export order by rowid) to ${literal(file)} (format parquet, compression zstd)`);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await run(warehouse, 'drop table _export');
  }
}
