import type { Aggregate } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import type { FunctionKinds } from './function-kinds.ts';
import { mentionsIn, serialise } from './parse-sql.ts';
import { rows } from './query.ts';
import { literal } from './sql-text.ts';

export type AggregateParsing =
  | { ok: true; aggregate: Aggregate }
  | { ok: false; reason: 'syntax'; message: string }
  | { ok: false; reason: 'not-an-aggregate' }
  | { ok: false; reason: 'try-cast' }
  | { ok: false; reason: 'nested-aggregate'; name: string }
  | { ok: false; reason: 'not-reproducible'; name: string };

type Tree = { [key: string]: unknown };

const FUNCTIONS: Readonly<Record<string, Aggregate['function']>> = {
  sum: 'sum',
  count: 'count',
  count_star: 'count',
  avg: 'avg',
  min: 'min',
  max: 'max',
  median: 'median',
  quantile_cont: 'quantile',
};

/** Where the call stands in the parse of `select (…)`. */
const CALL = '$.statements[0].node.select_list[0]';

/**
 * Parses one call of an allowed aggregate. What stands in it comes back as DuckDB writes it. `kinds` are the catalogue's
 * aggregates and the functions that differ from run to run.
 */
export async function parseAggregate(warehouse: Warehouse, text: string, kinds: FunctionKinds): Promise<AggregateParsing> {
  const json = await serialise(warehouse, `select (\n${text}\n)`);
  const tree = JSON.parse(json) as Tree;
  if (tree.error === true) return { ok: false, reason: 'syntax', message: String(tree.error_message) };
  const call = onlyCall(tree);
  const name = call && FUNCTIONS[String(call.function_name)];
  if (!call || !name || call.schema !== '' || call.export_state !== false) return { ok: false, reason: 'not-an-aggregate' };
  const children = call.children as Tree[];
  const inside = mentionsIn([...children, call.filter], '');
  const nested = inside.functions.find(({ name }) => kinds.aggregates.has(name)) ?? inside.relations[0];
  if (nested !== undefined) return { ok: false, reason: 'nested-aggregate', name: nested.name };
  const changing = inside.functions.find(({ name }) => kinds.changing.has(name));
  if (changing !== undefined) return { ok: false, reason: 'not-reproducible', name: changing.name };
  if (inside.tryCasts.length > 0) return { ok: false, reason: 'try-cast' };
  const width = name === 'quantile' ? 2 : call.function_name === 'count_star' ? 0 : 1;
  const distinct = call.distinct === true;
  const ordered = ((call.order_bys as Tree).orders as unknown[]).length > 0;
  if (children.length !== width || ordered || (distinct && name !== 'count') || children[0]?.class === 'STAR')
    return { ok: false, reason: 'not-an-aggregate' };
  const texts = await Promise.all(children.map((_, i) => textOf(warehouse, json, `${CALL}.children[${i}]`)));
  const fraction = name === 'quantile' ? Number(texts[1]) : null;
  if (fraction !== null && !(fraction >= 0 && fraction <= 1)) return { ok: false, reason: 'not-an-aggregate' };
  const filter = call.filter === null ? null : await textOf(warehouse, json, `${CALL}.filter`);
  return { ok: true, aggregate: { function: distinct ? 'count-distinct' : name, argument: texts[0] ?? null, fraction, filter } };
}

/** The call, where the statement is `select (call)` and nothing else; text that closes the parenthesis adds clauses or columns. */
function onlyCall(tree: Tree): Tree | null {
  const statements = tree.statements as { node: Tree }[];
  const node = statements[0]?.node;
  const list = (node?.select_list ?? []) as Tree[];
  const [call] = list;
  const bare =
    statements.length === 1 &&
    list.length === 1 &&
    (node!.from_table as Tree).type === 'EMPTY' &&
    [node!.where_clause, node!.having, node!.qualify, node!.sample].every(clause => clause === null) &&
    [node!.group_expressions, node!.modifiers].every(clause => (clause as unknown[]).length === 0);
  return bare && call!.class === 'FUNCTION' && call!.alias === '' ? call! : null;
}

/** The SQL text of the expression at a path of a parse. DuckDB puts it together, since JavaScript would round long integers. */
async function textOf(warehouse: Warehouse, json: string, path: string): Promise<string> {
  const [row] = await rows(
    warehouse,
    `with parse as (select ${literal(json)}::json as j)
     select json_deserialize_sql(('{"error":false,"statements":[{"node":' || json_merge_patch(
       json_extract(j, '$.statements[0].node'), json_object('select_list', json_array(json_extract(j, ${literal(path)})))
     )::varchar || '}]}')::json) from parse`,
  );
  return String(row![0]).replace(/^SELECT /, '');
}
