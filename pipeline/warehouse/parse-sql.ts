import type { Warehouse } from '../words/stages.ts';
import { orderDependence } from './order-dependence.ts';
import { rows } from './query.ts';
import { literal } from './sql-text.ts';

/** Where something stands in a text: its line and the character there, both from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** Something that a query names, and where. */
export interface Mention extends TextPlace {
  name: string;
}

/** What DuckDB's own parser says of one query. Nothing is bound: the relations need not exist. */
export interface ParsedQuery {
  /** The relations it reads, as written and schema-qualified where the query says so; names of its CTEs left out. */
  relations: readonly Mention[];
  /** Every function and operator it calls, lower case; the clock's words too, which are written without parentheses. */
  functions: readonly Mention[];
  /** The functions among them that stand where a table may. */
  tableFunctions: readonly Mention[];
  tryCasts: readonly Mention[];
  /** What gives another result when rows come in another order. */
  unordered: readonly Mention[];
}

export type Parsing =
  | { ok: true; query: ParsedQuery }
  | ({ ok: false; reason: 'syntax'; message: string } & TextPlace)
  | { ok: false; reason: 'statements'; count: number };

/** The clock's words, which SQL writes without parentheses. */
export const CLOCK_WORDS: ReadonlySet<string> = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
  'localtime',
  'localtimestamp',
]);

/** A node of DuckDB's serialised parse. `query_location` is a byte offset. */
type Tree = { [key: string]: unknown };

/** Parses one `select …` or `from …`, with DuckDB. */
export async function parseQuery(warehouse: Warehouse, sql: string): Promise<Parsing> {
  const tree = JSON.parse(await serialise(warehouse, sql)) as Tree;
  if (tree.error === true)
    return {
      ok: false,
      reason: 'syntax',
      message: String(tree.error_message),
      ...placeAfter([...sql].slice(0, Number(tree.position ?? 0)).join('')),
    };
  const statements = (tree.statements ?? []) as Tree[];
  if (statements.length !== 1) return { ok: false, reason: 'statements', count: statements.length };
  return { ok: true, query: mentionsIn(statements[0], sql) };
}

/** What a part of a parse of `sql` names. */
export function mentionsIn(tree: unknown, sql: string): ParsedQuery {
  const bytes = Buffer.from(sql);
  const query = { relations: [], functions: [], tableFunctions: [], tryCasts: [], unordered: [] };
  collect(tree, new Set(), location => placeOfByte(bytes, location), query);
  return query;
}

/** The parse of a statement as JSON text, or what the parser says is wrong, in the same form. */
export async function serialise(warehouse: Warehouse, sql: string): Promise<string> {
  const [row] = await rows(warehouse, `select json_serialize_sql(${literal(sql)})`);
  return String(row![0]);
}

function collect(
  node: unknown,
  ctes: ReadonlySet<string>,
  placeOf: (location: unknown) => TextPlace,
  found: { [K in keyof ParsedQuery]: Mention[] },
): void {
  if (Array.isArray(node)) for (const inner of node) collect(inner, ctes, placeOf, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const tree = node as Tree;
  const visible = new Set([...ctes, ...cteNames(tree)]);
  const place = placeOf(tree.query_location);
  if (tree.type === 'BASE_TABLE') {
    const name = [tree.catalog_name, tree.schema_name, tree.table_name].filter(Boolean).join('.');
    if (tree.schema_name || !visible.has(name.toLowerCase())) found.relations.push({ name, ...place });
  }
  if (tree.type === 'TABLE_FUNCTION')
    found.tableFunctions.push({ name: String((tree.function as Tree).function_name).toLowerCase(), ...place });
  if (typeof tree.function_name === 'string') found.functions.push({ name: tree.function_name.toLowerCase(), ...place });
  const word = tree.class === 'COLUMN_REF' ? (tree.column_names as string[]).join('.').toLowerCase() : '';
  if (CLOCK_WORDS.has(word)) found.functions.push({ name: word, ...place });
  if (tree.try_cast === true) found.tryCasts.push({ name: 'try_cast', ...place });
  const unordered = orderDependence(tree);
  if (unordered) found.unordered.push({ name: unordered.name, ...placeOf(unordered.location) });
  for (const inner of Object.values(tree)) collect(inner, visible, placeOf, found);
}

/** Lower case, since names in SQL are the same in either. A recursive CTE sees itself. */
function cteNames(tree: Tree): string[] {
  const map = (tree.cte_map as { map?: { key: string }[] } | undefined)?.map ?? [];
  return [...map.map(({ key }) => key.toLowerCase()), ...(typeof tree.cte_name === 'string' ? [tree.cte_name.toLowerCase()] : [])];
}

/** The place after a text. */
function placeAfter(text: string): TextPlace {
  const lines = text.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** The parser counts characters in its errors, and bytes in its trees. */
const placeOfByte = (bytes: Buffer, location: unknown): TextPlace =>
  typeof location === 'number' && location < bytes.length
    ? placeAfter(bytes.subarray(0, location).toString('utf8'))
    : { line: 1, column: 1 };
