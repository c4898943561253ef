import { rows, run } from '../warehouse/query.ts';
import type { Aggregate } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import { overFacts, overResults } from './aggregates.ts';
import type { Unit } from './coverage.ts';
import { keyOf, type FactsPlan, type Input } from './facts-plan.ts';
import { FACTS, gapOf, sameAtom, standing, UNIT } from './facts-table.ts';
import type { Values } from './values.ts';
import { valuesIn } from './values.ts';

/** Every rolled aggregate for each finest period and combination of standings: the one pass over the facts. */
export const SUMS = '_sums';
const result = (i: number): string => `_a${i}`;

export async function createSums(warehouse: Warehouse, { dimensions, rolled, inspected, inputOf }: FactsPlan): Promise<void> {
  const columns = [
    UNIT,
    ...dimensions.map(d => standing(d.id)),
    ...rolled.map((aggregate, i) => `${overFacts(aggregate, inputOf(aggregate).column)} as ${result(i)}`),
    'count(*) as _rows',
    ...inspected.map(input => `count(*) filter (where ${gapOf(input)}) as ${gapOf(input)}`),
  ];
  await run(warehouse, `create or replace temp table ${SUMS} as select ${columns.join(', ')} from ${FACTS} group by all`);
}

/** What the facts of one finest period are, before any cell: how many, and how many give null to each inspected input. */
export interface FactsOfUnit {
  /** Null: the rows without a date. */
  unit: Unit | null;
  rows: number;
  gaps: ReadonlyMap<Input, number>;
}

/** In the order of time, those without a date first. */
export async function factsByUnit(warehouse: Warehouse, { inspected }: FactsPlan): Promise<FactsOfUnit[]> {
  const counts = ['_rows', ...inspected.map(gapOf)].map(column => `sum(${column})::bigint`);
  const found = await rows(warehouse, `select ${[UNIT, ...counts].join(', ')} from ${SUMS} group by ${UNIT} order by ${UNIT} nulls first`);
  return found.map(([unit, count, ...gaps]) => ({
    unit: unit === null ? null : Number(unit),
    rows: Number(count),
    gaps: new Map(inspected.map((input, i) => [input, Number(gaps[i])])),
  }));
}

/** How many facts of the finest periods are in the atoms: as many as there are, or some were lost on the way. */
export async function rowsInAtoms(warehouse: Warehouse, standings: readonly string[], units: readonly Unit[]): Promise<number> {
  const [found] = await rows(
    warehouse,
    `select coalesce(sum(_rows), 0)::bigint from ${SUMS} as f join _atoms as a on ${sameAtom(standings)} where ${UNIT} in (${units.join(', ') || 'null'})`,
  );
  return Number(found![0]);
}

/** Rolls up the asked aggregates of the plan for every cell and read set that has facts: all in one query. */
export async function rollUp(
  warehouse: Warehouse,
  plan: FactsPlan,
  isAsked: (aggregate: Aggregate) => boolean,
  standings: readonly string[],
  size: { readSets: number; cells: number },
): Promise<Map<string, Values>> {
  const own = plan.rolled.map((aggregate, i) => ({ aggregate, column: result(i) })).filter(({ aggregate }) => isAsked(aggregate));
  const put = own.map(({ aggregate, column }) => `${overResults(aggregate, column)} as ${column}`);
  const texts = own.map(({ aggregate, column }) => `${overResults(aggregate, column)}::varchar`);
  const values = await valuesIn(
    warehouse,
    `with periods as (
       select ${[`${UNIT} as unit`, 'cell', ...put].join(', ')}
       from ${SUMS} as f join _atoms as a on ${sameAtom(standings)} join _atom_cells using (atom) group by all
     )
     select ${['read_set', 'cell', ...texts].join(', ')} from periods join _reads using (unit) group by read_set, cell`,
    size,
    own.length,
  );
  return new Map(own.map(({ aggregate }, i) => [keyOf(aggregate), values[i]!]));
}
