import { GRAIN_MONTHS, GRAIN_OFFSET } from '../contract/period.ts';
import { rows, run } from '../warehouse/query.ts';
import { asSubquery, identifier, literal } from '../warehouse/sql-text.ts';
import type { Dimension } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';
import type { FactsPlan, Input } from './facts-plan.ts';
import { placementTable, UNKNOWN } from './tree-tables.ts';

/** The facts of the group that is being measured: `_unit`, a standing for each dimension, and a column for each input. */
export const FACTS = '_facts';
/** Column of the facts that says where a fact stands in a dimension: a path's number in a tree, a member in a flat one. */
export const standing = (dimension: string): string => identifier(`_in_${dimension}`);
/** That a row `f` with standings is of atom `a`. */
export const sameAtom = (standings: readonly string[]): string => standings.map(s => `f.${s} = a.${s}`).join(' and ') || 'true';
/** Column of the facts with the first month of the metric's finest period; null where the row has no date. */
export const UNIT = '_unit';
/** Column of the facts that is true where the filter of an inspected input holds and its argument is null. */
export const gapOf = (input: Input): string => `${input.column}_gap`;

/** Makes `_facts` from the body's rows, once for every metric that shares it, with only what the plan reads. Throws QueryError. */
export async function createFacts(warehouse: Warehouse, plan: FactsPlan): Promise<void> {
  const { inputs, inspected, dimensions } = plan;
  const columns = [
    UNIT,
    ...dimensions.map(d => standing(d.id)),
    ...inputs.map(input => `${valueOf(input)} as ${input.column}`),
    ...inspected.map(input => `${gapIn(input)} as ${gapOf(input)}`),
  ];
  await run(warehouse, `create or replace temp table ${FACTS} as ${placedBody(plan)} select ${columns.join(', ')} from placed`);
}

const valueOf = ({ argument, filter }: Input): string =>
  filter === null ? `(${argument})` : `case when (${filter}) then (${argument}) end`;
const gapIn = ({ argument, filter }: Input): string => `${filter === null ? '' : `(${filter}) and `}(${argument}) is null`;

/**
 * `with placed as (…)`: the body's rows with `_unit` and standings. LINE n of an error in the body is line n - 1 of the
 * metric's file: the body begins on the statement's second line, and keeps the file's lines.
 */
export function placedBody({ shared, dimensions }: Pick<FactsPlan, 'shared' | 'dimensions'>): string {
  const time = `body.${identifier(shared.time)}`;
  const month = `(year(${time}) * 12 + month(${time}) - 1)`;
  const size = GRAIN_MONTHS[shared.finest];
  const unit = size === 1 ? month : `(${month} - (${month} - ${GRAIN_OFFSET[shared.finest]}) % ${size})`;
  const standings = dimensions.map(
    d => `${d.hierarchy === null ? flatStanding(d) : `coalesce(${placement(d)}.path, ${UNKNOWN})`} as ${standing(d.id)}`,
  );
  const trees = dimensions.filter(d => d.hierarchy !== null);
  const joins = trees.map(
    d => `left join ${placementTable(d.id)} as ${placement(d)} on ${placement(d)}.node = body.${identifier(d.id)}
     and ${time} between ${placement(d)}.valid_from and ${placement(d)}.valid_to`,
  );
  return `with body as ${asSubquery(shared.body)},
   placed as (select body.*, ${[`${unit}::integer as ${UNIT}`, ...standings].join(', ')} from body ${joins.join('\n')})`;
}

const placement = (dimension: Dimension): string => identifier(`_at_${dimension.id}`);

/** Declared members count; where none are declared, every member that is not empty or written as the whole. */
function flatStanding(dimension: Dimension): string {
  const column = `body.${identifier(dimension.id)}::varchar`;
  const declared = Object.keys(dimension.members);
  const known = declared.length > 0 ? `${column} in (${declared.map(literal).join(', ')})` : `${column} not in ('', '*')`;
  return `case when ${known} then ${column} else 'unknown' end`;
}

/** DuckDB's type of each column of the facts. */
export async function factTypes(warehouse: Warehouse): Promise<Map<string, string>> {
  const found = await rows(warehouse, `select column_name, column_type from (describe ${FACTS})`);
  return new Map(found.map(([name, type]) => [String(name), String(type)]));
}
