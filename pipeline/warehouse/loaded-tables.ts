import type { Column, ColumnType } from '../words/source.ts';
import type { Reject } from '../words/delivery.ts';
import type { Warehouse } from '../words/stages.ts';
import { openRowWriter } from './append-rows.ts';
import type { RowWriter } from './append-rows.ts';
import { duckType, loadedColumns } from './column-type.ts';
import { rows, run } from './query.ts';
import { identifier } from './sql-text.ts';

const INTEGER: ColumnType = { name: 'integer' };
const TEXT: ColumnType = { name: 'text' };

/**
 * The catalog `cache` keeps what every extract became, whatever the date asked about. A source has a table of rows, with
 * `_extract` (a number of its own in this cache) and `_line` before the declared columns; an extract that DuckDB read
 * itself has a table of its own besides, whose row number leads to the line.
 */
export const rowsTable = (source: string): string => `cache.${identifier(`rows ${source}`)}`;
export const bulkTable = (extract: number): string => `cache.${identifier(`extract ${extract}`)}`;

/** An extract's own table: the line of its row number 0. */
export interface Bulk {
  extract: number;
  firstLine: number;
}

/** Makes the tables that all sources share, where they are not there yet. */
export async function createLoadedSchema(warehouse: Warehouse): Promise<void> {
  await run(
    warehouse,
    `create table if not exists cache.rejects
     (extract bigint, source varchar, sha256 varchar, line bigint, "column" varchar, rule varchar, raw varchar)`,
  );
  await run(warehouse, 'create table if not exists cache.left_out (extract bigint, line bigint)');
  await run(
    warehouse,
    'create table if not exists cache.extracts (extract bigint, source varchar, declaration varchar, name varchar, key varchar, told varchar)',
  );
  await run(warehouse, 'create or replace view loaded.rejects as select * exclude (extract) from cache.rejects');
}

/** The loaded columns as SQL declares them, `"sick_hours" DECIMAL(10,2)`. */
export const columnDefinitions = (columns: readonly Column[]): string[] =>
  loadedColumns(columns).map(({ name, type }) => `${identifier(name)} ${duckType(type).toString()}`);

export async function createRowsTable(warehouse: Warehouse, source: string, columns: readonly Column[]): Promise<void> {
  const definitions = ['_extract bigint', '_line bigint', ...columnDefinitions(columns)].join(', ');
  await run(warehouse, `create table if not exists ${rowsTable(source)} (${definitions})`);
}

/** Opens a source's table for appending rows of `[_extract, _line, …loaded columns]`. */
export const openRowsTable = (warehouse: Warehouse, source: string, columns: readonly Column[]): Promise<RowWriter> =>
  openRowWriter(warehouse, `rows ${source}`, [INTEGER, INTEGER, ...loadedColumns(columns).map(({ type }) => type)]);

/**
 * What was loaded of a source's extracts as one relation, in parentheses: `_extract`, `_line` and the loaded columns. Of
 * a table that DuckDB read itself, the lines that did not pass are left out, but where all are asked for: that is faster.
 */
export function loadedRelation(
  source: string,
  columns: readonly Column[],
  bulks: readonly Bulk[],
  lines: 'passed' | 'all' = 'passed',
): string {
  const names = loadedColumns(columns).map(({ name }) => identifier(name));
  const own = bulks.map(
    ({ extract, firstLine }) =>
      `select ${[`${extract}::bigint as _extract`, `(rowid + ${firstLine})::bigint as _line`, ...names].join(', ')} from ${bulkTable(extract)}
       ${lines === 'all' ? '' : `where (rowid + ${firstLine}) not in (select line from cache.left_out where extract = ${extract})`}`,
  );
  return `(${[...own, `select ${['_extract', '_line', ...names].join(', ')} from ${rowsTable(source)}`].join(' union all ')})`;
}

/** Takes out all rows of extracts that turned out to be of no use, and their own tables. */
export async function dropRows(warehouse: Warehouse, source: string, extracts: readonly number[]): Promise<void> {
  if (extracts.length === 0) return;
  await run(warehouse, `delete from ${rowsTable(source)} where _extract in (${extracts.join(', ')})`);
  await run(warehouse, `delete from cache.left_out where extract in (${extracts.join(', ')})`);
  for (const extract of extracts) await run(warehouse, `drop table if exists ${bulkTable(extract)}`);
}

/** How many rows of each extract passed; those that have none are left out. */
export async function countLoaded(
  warehouse: Warehouse,
  source: string,
  extracts: readonly number[],
  bulks: readonly Bulk[],
): Promise<Map<number, number>> {
  if (extracts.length === 0) return new Map();
  const counted = await rows(
    warehouse,
    `select _extract, count(*) from ${rowsTable(source)} where _extract in (${extracts.join(', ')}) group by 1`,
  );
  const counts = new Map(counted.map(([extract, count]) => [Number(extract), Number(count)]));
  // DuckDB knows how many rows a table has without reading them.
  for (const { extract } of bulks) {
    const [found] = await rows(
      warehouse,
      `select (select count(*) from ${bulkTable(extract)}) - (select count(*) from cache.left_out where extract = ${extract})`,
    );
    counts.set(extract, (counts.get(extract) ?? 0) + Number(found![0]));
  }
  return counts;
}

/** Keeps rejects, each with the extract it stood in. */
export async function appendRejects(warehouse: Warehouse, rejects: readonly (Reject & { extract: number })[]): Promise<void> {
  if (rejects.length === 0) return;
  const writer = await openRowWriter(warehouse, 'rejects', [INTEGER, TEXT, TEXT, INTEGER, TEXT, TEXT, TEXT]);
  for (const { extract, source, sha256, line, column, rule, raw } of rejects)
    writer.append([BigInt(extract), source, sha256, BigInt(line), column, rule, raw]);
  writer.close();
}

/** Says which lines of an extract's own table are no rows. */
export async function appendLeftOut(warehouse: Warehouse, extract: number, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return;
  const writer = await openRowWriter(warehouse, 'left_out', [INTEGER, INTEGER]);
  for (const line of lines) writer.append([BigInt(extract), BigInt(line)]);
  writer.close();
}
