import type { Warehouse } from '../words/stages.ts';
import { parseQuery, type Mention } from './parse-sql.ts';
import { rows } from './query.ts';
import { literal } from './sql-text.ts';

/** Aggregates that add: of DOUBLE, in another order, they give other last digits. */
const ADDS: ReadonlySet<string> = new Set(
  (
    'sum avg mean fsum favg kahan_sum sumkahan stddev stddev_samp stddev_pop var_samp var_pop variance ' + 'covar_pop covar_samp corr'
  ).split(' '),
);

/** A node of DuckDB's serialised plan. */
type Tree = { readonly [key: string]: unknown };

/** The aggregates of a query that add up DOUBLE, each where one of its name is called first. The relations that it reads exist. */
export async function inexactSums(warehouse: Warehouse, sql: string): Promise<Mention[]> {
  const [row] = await rows(warehouse, `select json_serialize_plan(${literal(sql)}, skip_default := true)`);
  const names = new Set<string>();
  collect(JSON.parse(String(row![0])), names);
  if (names.size === 0) return [];
  const parsing = await parseQuery(warehouse, sql);
  const calls = parsing.ok ? parsing.query.functions : [];
  return [...names].map(name => calls.find(call => call.name === name) ?? { name, line: 1, column: 1 });
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  const tree = node as Tree;
  if (tree.expression_class === 'BOUND_AGGREGATE' && ADDS.has(String(tree.name)) && takesDouble(tree.arguments))
    names.add(String(tree.name));
  for (const inner of Object.values(tree)) collect(inner, names);
}

const takesDouble = (types: unknown): boolean =>
  Array.isArray(types) && types.some(type => ['DOUBLE', 'FLOAT'].includes(String((type as Tree).id)));
