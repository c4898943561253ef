import type { Warehouse } from '../words/stages.ts';
import { rows, run } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** A Parquet file's column. `typed` is true where the file types its values, `nested` where they are no single value. */
export interface ParquetFileColumn {
  name: string;
  typed: boolean;
  nested: boolean;
}

/** Rows in one query: memory is bounded by it. */
const ROWS = 50_000;
const TEXT = /^(VARCHAR|ENUM|UUID|TIME|TIMESTAMP|JSON|INTERVAL)/;
const NESTED = /\[\d*\]$|^(STRUCT|MAP|UNION|BLOB|BIT|GEOMETRY|VARIANT)/;

/**
 * The columns of a Parquet file, as it names them: DuckDB itself gives a second `a`, or an `A`, another name. Throws
 * QueryError where the file is no Parquet.
 */
export async function parquetColumns(warehouse: Warehouse, file: string): Promise<ParquetFileColumn[]> {
  const types = await rows(warehouse, `select column_type from (describe from ${source(file)})`);
  const names = topNames(await rows(warehouse, `select name, num_children from parquet_schema(${pathLiteral(file)})`));
  if (names.length + 1 !== types.length) throw new Error(`${file}: ${types.length} columns, of which ${names.length} have names`);
  return names.map((name, i) => {
    const type = String(types[i]![0]);
    return { name, typed: !TEXT.test(type), nested: NESTED.test(type) };
  });
}

/** A path is a pattern to DuckDB, and a folder `year=2024` on the way a column. */
const pathLiteral = (file: string): string => literal(file.replace(/[*?[]/g, '[$&]'));
const source = (file: string): string => `read_parquet(${pathLiteral(file)}, hive_partitioning = false, file_row_number = true)`;

/** The names on the schema's first level. It is written depth first: every node before its children. */
function topNames(schema: readonly (readonly unknown[])[]): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    for (let left = Number(schema[at++]![1] ?? 0); left > 0; left--) skip();
  };
  while (at < schema.length) {
    names.push(String(schema[at]![0]));
    skip();
  }
  return names;
}

/**
 * A Parquet file's rows in the file's order, some thousands at a time: of each column on `indexes` the value as DuckDB writes
 * it in text, null as null; of a nested one only whether there is something. Throws QueryError.
 *
 * It asks for one range of rows after the other: an open result would end, without an error, when rows are appended on the
 * same connection.
 */
export async function* parquetRows(
  warehouse: Warehouse,
  file: string,
  columns: readonly ParquetFileColumn[],
  indexes: readonly number[],
): AsyncGenerator<(string | null)[][]> {
  const names = columns.map((_, i) => `c${i}`);
  const view = identifier('malbild parquet');
  const cells = indexes.map(i => (columns[i]!.nested ? `case when ${names[i]} is not null then '' end` : `${names[i]}::varchar`));
  await run(warehouse, `create or replace temp view ${view} as from ${source(file)} as it(${[...names, 'row_number'].join(', ')})`);
  const [[count]] = (await rows(warehouse, `select count(*) from ${view}`)) as [[bigint]];
  for (let from = 0; from < Number(count); from += ROWS) {
    const chunk = await rows(
      warehouse,
      `select ${cells.join(', ')} from ${view} where row_number >= ${from} and row_number < ${from + ROWS} order by row_number`,
    );
    if (chunk.length !== Math.min(ROWS, Number(count) - from)) throw new Error(`${file}: rows from ${from} are ${chunk.length}`);
    yield chunk as (string | null)[][];
  }
  await run(warehouse, `drop view ${view}`);
}
