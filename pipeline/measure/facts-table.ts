import { GRAIN_MONTHS, GRAIN_OFFSET } from '../contract/period.ts';
import { rows, run } from '../warehouse/query.ts';
import { asSubquery, identifier, literal } from '../warehouse/sql-text.ts';
import type { Dimension } from '../words/project.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Unit } from './coverage.ts';
import { UNKNOWN_PATH, type Tree } from './tree.ts';

/** Column of the facts that says where a fact stands in a dimension: a path's number in a tree, a member in a flat one. */
export const standing = (dimension: string): string => identifier(`_in_${dimension}`);
/** Column of the facts with the first month of the metric's finest period. */
export const UNIT = '_unit';

const pathTable = (dimension: string): string => identifier(`_path_${dimension}`);
export const placementTable = (dimension: string): string => identifier(`_placement_${dimension}`);

/**
 * Tables of one tree: `_placement_<dimension>` (node, from, to, path number) and `_path_<dimension>` (path, member,
 * parent). Path 0 is the unknown member. Equal paths share a number, so they are one atom of roll-up.
 */
export async function createTreeTables(warehouse: Warehouse, dimension: string, tree: Tree): Promise<void> {
  const numbers = new Map<string, number>([[JSON.stringify(UNKNOWN_PATH), 0]]);
  const placements = tree.placements.map(({ node, from, to, path }) => {
    const key = JSON.stringify(path);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return `(${literal(node)}, date ${literal(from)}, date ${literal(to)}, ${numbers.get(key)})`;
  });
  const steps = [...numbers].flatMap(([key, number]) =>
    (JSON.parse(key) as typeof UNKNOWN_PATH).map(
      s => `(${number}, ${literal(s.member)}, ${s.parent === null ? 'null' : literal(s.parent)})`,
    ),
  );
  await run(
    warehouse,
    `create or replace temp table ${placementTable(dimension)} (node varchar, valid_from date, valid_to date, path integer)`,
  );
  if (placements.length > 0) await run(warehouse, `insert into ${placementTable(dimension)} values ${placements.join(', ')}`);
  await run(warehouse, `create or replace temp table ${pathTable(dimension)} (path integer, member varchar, parent varchar)`);
  await run(warehouse, `insert into ${pathTable(dimension)} values ${steps.join(', ')}`);
}

/**
 * The body's rows once, for every metric that shares it, with `_unit` and a standing for each dimension.
 * Returns how many rows have no date. Throws QueryError where the body fails.
 */
export async function createFacts(
  warehouse: Warehouse,
  table: string,
  shared: Pick<MetricDeclaration, 'body' | 'time' | 'finest'>,
  dimensions: readonly Dimension[],
): Promise<{ undated: number; body: number }> {
  const time = `body.${identifier(shared.time)}`;
  const month = `(year(${time}) * 12 + month(${time}) - 1)`;
  const unit = `(${month} - (${month} - ${GRAIN_OFFSET[shared.finest]}) % ${GRAIN_MONTHS[shared.finest]})::integer as ${UNIT}`;
  const standings = dimensions.map(d => `${d.hierarchy === null ? flatStanding(d) : treeStanding(d, time)} as ${standing(d.id)}`);
  // LINE n of an error is line n - 1 of the metric's file: the body keeps the file's lines.
  await run(warehouse, `create or replace temp table _body as ${asSubquery(shared.body)}`);
  await run(
    warehouse,
    `create or replace temp table ${identifier(table)} as select body.*, ${[unit, ...standings].join(', ')} from _body as body`,
  );
  const [counts] = await rows(
    warehouse,
    `select count(*)::integer, count(*) filter (where ${identifier(shared.time)} is null)::integer from ${identifier(table)}`,
  );
  await run(warehouse, 'drop table _body');
  return { body: Number(counts![0]), undated: Number(counts![1]) };
}

const treeStanding = (dimension: Dimension, time: string): string =>
  `coalesce((select any_value(p.path) from ${placementTable(dimension.id)} as p
     where p.node = body.${identifier(dimension.id)} and ${time} between p.valid_from and p.valid_to), 0)`;

/** Declared members count; where none are declared, every member that is not empty or written as the whole. */
function flatStanding(dimension: Dimension): string {
  const column = `body.${identifier(dimension.id)}::varchar`;
  const declared = Object.keys(dimension.members);
  const known = declared.length > 0 ? `${column} in (${declared.map(literal).join(', ')})` : `${column} not in ('', '*')`;
  return `case when ${known} then ${column} else 'unknown' end`;
}

/** The finest periods that have facts. */
export async function factUnits(warehouse: Warehouse, table: string): Promise<Unit[]> {
  const found = await rows(warehouse, `select distinct ${UNIT} from ${identifier(table)} where ${UNIT} is not null order by all`);
  return found.map(([unit]) => Number(unit));
}

/** SQL that gives (standing, member, parent) for one dimension of a breakdown, or the whole where the breakdown leaves it out. */
export const expansion = (dimension: Dimension, inBreakdown: boolean): { join: string; member: string; parent: string } => {
  const alias = identifier(`p_${dimension.id}`);
  if (!inBreakdown) return { join: '', member: "'*'", parent: 'null' };
  if (dimension.hierarchy === null) return { join: '', member: `a.${standing(dimension.id)}`, parent: 'null' };
  return {
    join: `join ${pathTable(dimension.id)} as ${alias} on ${alias}.path = a.${standing(dimension.id)}`,
    member: `${alias}.member`,
    parent: `${alias}.parent`,
  };
};
