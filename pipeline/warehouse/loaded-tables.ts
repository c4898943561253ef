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

/** Schema-qualified name of a source's table of loaded rows. */
export const loadedTable = (source: string): string => `loaded.${identifier(`source ${source}`)}`;

/**
 * The schema `loaded` keeps every extract that was loaded, whatever the date asked about: one table a source, with
 * `_extract` (a number of its own in this warehouse) and `_line` before the declared columns, and `loaded.rejects`.
 * Makes the schema and the table of rejects, where they are not there yet.
 */
export async function createLoadedSchema(warehouse: Warehouse): Promise<void> {
  await run(warehouse, 'create schema if not exists loaded');
  await run(
    warehouse,
    'create table if not exists loaded.rejects (source varchar, sha256 varchar, line bigint, "column" varchar, rule varchar, raw varchar)',
  );
}

/** The loaded columns as SQL declares them, `"sick_hours" DECIMAL(10,2)`. */
export const columnDefinitions = (columns: readonly Column[]): string[] =>
  loadedColumns(columns).map(({ name, type }) => `${identifier(name)} ${duckType(type).toString()}`);

export async function createLoadedTable(warehouse: Warehouse, source: string, columns: readonly Column[]): Promise<void> {
  const definitions = ['_extract bigint', '_line bigint', ...columnDefinitions(columns)].join(', ');
  await run(warehouse, `create table if not exists ${loadedTable(source)} (${definitions})`);
}

/** Opens a source's table for appending rows of `[_extract, _line, …loaded columns]`. */
export const openLoadedTable = (warehouse: Warehouse, source: string, columns: readonly Column[]): Promise<RowWriter> =>
  openRowWriter(warehouse, 'loaded', `source ${source}`, [INTEGER, INTEGER, ...loadedColumns(columns).map(({ type }) => type)]);

/** Takes out what was loaded of extracts that turned out to be unreadable. */
export async function deleteExtracts(warehouse: Warehouse, source: string, extracts: readonly number[]): Promise<void> {
  if (extracts.length > 0) await run(warehouse, `delete from ${loadedTable(source)} where _extract in (${extracts.join(', ')})`);
}

export interface RepeatedKey {
  extract: number;
  line: number;
  /** The key as text, without its personal parts. */
  key: string;
}

/** Takes out every row whose key stands more than once in its extract, and gives where they stood. An empty key cell equals another. */
export async function takeRepeatedKeys(
  warehouse: Warehouse,
  source: string,
  extracts: readonly number[],
  keys: readonly Column[],
): Promise<RepeatedKey[]> {
  if (extracts.length === 0 || keys.length === 0) return [];
  const table = loadedTable(source);
  const names = keys.map(key => identifier(key.name));
  const shown = keys.filter(key => key.personal === null).map(key => `${identifier(key.name)}::varchar`);
  const key = shown.length === 0 ? "''" : `concat_ws('; ', ${shown.join(', ')})`;
  const repeated = (fields: string): string =>
    `select ${fields} from ${table} where _extract in (${extracts.join(', ')})
     qualify count(*) over (partition by _extract, ${names.join(', ')}) > 1`;
  const found = await rows(warehouse, repeated(`_extract, _line, ${key}`));
  if (found.length > 0) await run(warehouse, `delete from ${table} where (_extract, _line) in (${repeated('_extract, _line')})`);
  return found.map(([extract, line, text]) => ({ extract: Number(extract), line: Number(line), key: String(text) }));
}

/** How many rows each extract has in its source's loaded table; those that have none are left out. */
export async function countLoaded(warehouse: Warehouse, source: string): Promise<Map<number, number>> {
  const counted = await rows(warehouse, `select _extract, count(*) from ${loadedTable(source)} group by 1`);
  return new Map(counted.map(([extract, count]) => [Number(extract), Number(count)]));
}

export async function appendRejects(warehouse: Warehouse, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  const writer = await openRowWriter(warehouse, 'loaded', 'rejects', [TEXT, TEXT, INTEGER, TEXT, TEXT, TEXT]);
  for (const { source, sha256, line, column, rule, raw } of rejects) writer.append([source, sha256, BigInt(line), column, rule, raw]);
  writer.close();
}
