import { integerColumns, rows, run } from '../warehouse/query.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Unit } from './coverage.ts';
import type { CountedInput, FactsPlan } from './facts-plan.ts';
import { FACTS, sameAtom, standing, UNIT } from './facts-table.ts';

/** Tables of a counted input: how often each value occurs, and its number. */
const countsOf = ({ input, values }: CountedInput): string => `_counts${input.column}_${values}`;
const numbersOf = ({ input, values }: CountedInput): string => `_numbers${input.column}_${values}`;

/**
 * How often each value of an input occurs in each atom and finest period: what medians, quantiles and distinct counts of any
 * cell over any periods follow from, as sums follow from sums. Values are numbered from 0.
 */
export interface ValueCounts {
  /** How many different values there are. */
  distinct: number;
  /** The values by number, ascending; null where they are only told apart. */
  values: Float64Array | null;
  /** The entries of atom a and the i:th unit are from `starts[a * units + i]` to the next: which value, and how many facts have it. */
  starts: Int32Array;
  numbers: Int32Array;
  counts: Int32Array;
}

/** Counts an input's values, in one pass over the facts, and numbers them. */
export async function createValueCounts(warehouse: Warehouse, counted: CountedInput, plan: FactsPlan): Promise<void> {
  const { input, values } = counted;
  const value = values === 'numbers' ? `${input.column}::double` : input.column;
  const keys = [UNIT, ...plan.dimensions.map(d => standing(d.id))];
  await run(
    warehouse,
    `create or replace temp table ${countsOf(counted)} as select ${keys.join(', ')}, ${value} as x, count(*)::integer as n
     from ${FACTS} where ${input.column} is not null and ${UNIT} is not null group by all`,
  );
  await run(
    warehouse,
    `create or replace temp table ${numbersOf(counted)} as select x, (row_number() over (order by x) - 1)::integer as number from (select distinct x from ${countsOf(counted)})`,
  );
}

/** What was counted, by the atoms of some cells and the given finest periods. */
export async function readValueCounts(
  warehouse: Warehouse,
  counted: CountedInput,
  standings: readonly string[],
  atoms: number,
  units: readonly Unit[],
): Promise<ValueCounts> {
  const [atom = NONE, unit = NONE, number = NONE, count = NONE] = await integerColumns(
    warehouse,
    `select a.atom, f.${UNIT}, number, n from ${countsOf(counted)} as f join ${numbersOf(counted)} using (x) join _atoms as a on ${sameAtom(standings)}
     where f.${UNIT} in (${units.join(', ') || 'null'})`,
  );
  const places = new Map(units.map((it, i) => [it, i]));
  const bucket = atom.map((it, i) => it * units.length + places.get(unit[i]!)!);
  const { starts, order } = sortBuckets(bucket, atoms * units.length);
  const known = counted.values === 'numbers' ? await rows(warehouse, `select x from ${numbersOf(counted)} order by number`) : null;
  const [[distinct]] = (await rows(warehouse, `select count(*) from ${numbersOf(counted)}`)) as [[bigint]];
  return {
    distinct: Number(distinct),
    values: known && Float64Array.from(known, ([x]) => Number(x)),
    starts,
    numbers: order.map(i => number[i]!),
    counts: order.map(i => count[i]!),
  };
}

const NONE = new Int32Array();

/** The order of entries by bucket, and where each bucket begins; a counting sort. */
function sortBuckets(bucket: Int32Array, buckets: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(buckets + 1);
  for (const at of bucket) starts[at + 1]!++;
  for (let i = 0; i < buckets; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const order = new Int32Array(bucket.length);
  for (const [i, at] of bucket.entries()) order[next[at]!++] = i;
  return { starts, order };
}
