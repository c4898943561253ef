import { rows, run } from '../warehouse/query.ts';
import { identifier } from '../warehouse/sql-text.ts';
import type { Aggregate } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Unit } from './coverage.ts';
import { UNIT } from './facts-table.ts';

/** What one aggregate gives for a cell over a set of finest periods, exact decimals as text; null where no row passes. */
export type Values = ReadonlyMap<string, string | null>;

export const valueKey = (readSet: number, cell: number): string => `${readSet}:${cell}`;

/** `_reads`: which finest periods each numbered set reads. */
export async function createReadSets(warehouse: Warehouse, readSets: readonly (readonly Unit[])[]): Promise<void> {
  await run(warehouse, 'create or replace temp table _reads (read_set integer, unit integer)');
  const pairs = readSets.flatMap((units, set) => units.map(unit => `(${set}, ${unit})`));
  if (pairs.length > 0) await run(warehouse, `insert into _reads values ${pairs.join(', ')}`);
}

/** SQL of an aggregate over a column that holds its argument; medians and quantiles on DOUBLE, since DuckDB rounds them to the input's scale. */
const overArgument = (aggregate: Aggregate): string => {
  switch (aggregate.function) {
    case 'sum':
      return 'sum(x)';
    case 'count':
      return 'count(x)';
    case 'count-distinct':
      return 'count(distinct x)';
    case 'min':
      return 'min(x)';
    case 'max':
      return 'max(x)';
    case 'median':
      return 'median(x::double)';
    case 'quantile':
      return `quantile_cont(x::double, ${aggregate.fraction})`;
    case 'avg':
      throw new Error('an average is measured as a sum and a count');
  }
};

const sameAtom = (standings: readonly string[]): string => standings.map(s => `f.${s} is not distinct from a.${s}`).join(' and ') || 'true';
const isAdditive = (aggregate: Aggregate): boolean => aggregate.function === 'sum' || aggregate.function === 'count';
export const ALL_ROWS: Aggregate = { function: 'count', argument: null, fraction: null, filter: null };

/**
 * One aggregate for every cell and read set that has rows. Sums and counts are computed once for each atom and finest
 * period and rolled up; all else goes back to the facts for each level.
 */
export async function aggregateValues(
  warehouse: Warehouse,
  facts: string,
  standings: readonly string[],
  aggregate: Aggregate,
): Promise<Values> {
  const argument = aggregate.argument === null ? '1' : `(${aggregate.argument})`;
  const where = aggregate.filter === null ? '' : `where (${aggregate.filter})`;
  // Only what is read: a body may have a column called x.
  const read = `select ${[UNIT, ...standings].join(', ')}, ${argument} as x from ${identifier(facts)} ${where}`;
  const readable = `select f.${UNIT} as unit, a.atom, f.x from (${read}) as f join _atoms as a on ${sameAtom(standings)}`;
  const perAtom = isAdditive(aggregate)
    ? `select unit, atom, ${overArgument(aggregate)} as x from (${readable}) group by all`
    : aggregate.function === 'count-distinct'
      ? `select distinct unit, atom, x from (${readable})`
      : readable;
  const rollUp = isAdditive(aggregate) ? 'sum(x)' : overArgument(aggregate);
  const found = await rows(
    warehouse,
    `with atoms as (${perAtom}),
     periods as (select unit, cell, ${isAdditive(aggregate) ? 'sum(x) as x' : 'x'} from atoms join _atom_cells using (atom) ${isAdditive(aggregate) ? 'group by all' : ''})
     select read_set, cell, (${rollUp})::varchar from periods join _reads using (unit) group by all`,
  );
  return new Map(found.map(([set, cell, value]) => [valueKey(Number(set), Number(cell)), value === null ? null : String(value)]));
}

/** How many covered rows give null to an aggregate that reads every value, and whether its input is inexact. */
export async function inspectInput(
  warehouse: Warehouse,
  facts: string,
  aggregate: Aggregate,
  coveredUnits: readonly Unit[],
): Promise<{ nulls: number; type: string }> {
  if (aggregate.argument === null) return { nulls: 0, type: 'INTEGER' };
  const filter = aggregate.filter === null ? '' : `and (${aggregate.filter})`;
  const [found] = await rows(
    warehouse,
    `select count(*) filter (where x is null)::integer, coalesce(any_value(typeof(x)), 'INTEGER')
     from (select (${aggregate.argument}) as x from ${identifier(facts)} where ${UNIT} in (${coveredUnits.join(', ') || 'null'}) ${filter})`,
  );
  return { nulls: Number(found![0]), type: String(found![1]) };
}

/** Rows of the facts: all, those in the cells of the whole, and those outside the covered periods. */
export async function countFacts(
  warehouse: Warehouse,
  facts: string,
  standings: readonly string[],
  coveredUnits: readonly Unit[],
): Promise<{ body: number; whole: number; outside: number }> {
  const covered = `${UNIT} in (${coveredUnits.join(', ') || 'null'})`;
  const [found] = await rows(
    warehouse,
    `select count(*)::integer, count(*) filter (where not coalesce(${covered}, false))::integer,
       (select count(*)::integer from ${identifier(facts)} as f join _atoms as a on ${sameAtom(standings)} where ${covered})
     from ${identifier(facts)}`,
  );
  return { body: Number(found![0]), outside: Number(found![1]), whole: Number(found![2]) };
}
