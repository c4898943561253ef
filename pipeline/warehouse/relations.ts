import type { HierarchyNode } from '../contract/manifest.ts';
import type { Warehouse } from '../words/stages.ts';
import { rows, run } from './query.ts';
import { asSubquery, identifier } from './sql-text.ts';

/** `marts.absence` as SQL writes it: each part quoted. */
export const relationName = (id: string): string => {
  const dot = id.indexOf('.');
  return `${identifier(id.slice(0, dot))}.${identifier(id.slice(dot + 1))}`;
};

/** How many lines stand before the SQL of `buildRelation`, so that DuckDB's line numbers become the file's. */
export const LINES_BEFORE = 1;

/** Makes a table of a query, replacing one of the same name. Throws QueryError. */
export const buildRelation = (warehouse: Warehouse, id: string, sql: string): Promise<void> =>
  run(warehouse, `create or replace table ${relationName(id)} as ${asSubquery(sql)}`);

/** How many rows a query gives. Throws QueryError. */
export async function countRows(warehouse: Warehouse, sql: string): Promise<number> {
  const [row] = await rows(warehouse, `select count(*)::integer from ${asSubquery(sql)}`);
  return Number(row![0]);
}

/** The names of a relation's columns. */
export const columnsOf = async (warehouse: Warehouse, id: string): Promise<string[]> =>
  (await rows(warehouse, `select column_name from (describe ${relationName(id)})`)).map(([name]) => String(name));

const text = (value: unknown): string | null => (value === null ? null : String(value));

/** The nodes of a hierarchy mart, by id and validity; one without a name is called by its id. Throws QueryError where a column of the shape is missing. */
export async function readHierarchy(warehouse: Warehouse, mart: string): Promise<HierarchyNode[]> {
  const found = await rows(
    warehouse,
    `select id, nullif(parent, ''), coalesce(level::varchar, ''), coalesce(name::varchar, id::varchar), valid_from::varchar, valid_to::varchar
     from ${relationName(mart)} order by id, valid_from nulls first`,
  );
  return found.map(([id, parent, level, name, from, to]) => ({
    id: String(id),
    parent: text(parent),
    level: String(level),
    name: String(name),
    valid_from: text(from),
    valid_to: text(to),
  }));
}
