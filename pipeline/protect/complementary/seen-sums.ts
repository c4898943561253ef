import type { Cell } from '../../contract/observation.ts';
import type { Aggregate } from '../../words/metric.ts';
import { groupBy } from '../../words/group-by.ts';
import type { Summed } from '../../words/stages.ts';
import { isAdditive } from './measures.ts';
import type { Telling, Told } from './rows.ts';
import type { Seen } from './seen-in.ts';

/**
 * The sums that an earlier tree told of what readers take to be the same now, as variables: of rows that say the same; of rows that were about fewer months
 * then, those months; of rows within one that says the same, since what has moved inside it is not seen. A row that says something else now still tells of the
 * rest, where what has changed was seen by itself, then and now, and is all that has changed. `sums`: what each row is the sum of; `variablesOf`: of any.
 */
export function seenSums(
  telling: readonly Telling[],
  sums: readonly Int32Array[],
  { then, covered }: Seen,
  variablesOf: (sum: Summed) => Int32Array,
): Int32Array[] {
  const found: Int32Array[] = [];
  const unchanged: number[] = [];
  const changed: { i: number; by: readonly number[] }[] = [];
  for (const [i, { row, told }] of telling.entries()) {
    const before = then.get(row);
    if (before === undefined) continue;
    const months = covered.get(row.metric.id) ?? null;
    const units = told.sum.units.filter(unit => months === null || months.has(unit));
    if (units.length < told.sum.units.length) {
      if (units.length > 0) found.push(variablesOf({ ...told.sum, units }));
      continue;
    }
    const by = changesOf(told, before);
    if (says(row.source as Cell, before) || by.includes(0)) unchanged.push(i);
    else changed.push({ i, by });
  }
  const within = wholesBy(unchanged, telling, sums);
  return [
    ...found,
    ...unchanged.map(i => sums[i]!),
    ...changed.filter(({ i }) => within(i)).map(({ i }) => sums[i]!),
    ...[0, 1, 2].flatMap(measure => restOf(changed.map(({ i, by }) => ({ of: sums[i]!, change: by[measure]! })))),
  ];
}

/** Of rows that have changed, what is left of those in which all that has changed was seen by itself. */
function restOf(changed: readonly { of: Int32Array; change: number }[]): Int32Array[] {
  const alone = new Map(changed.flatMap(({ of, change }) => (of.length === 1 && !Number.isNaN(change) ? [[of[0]!, change]] : [])));
  return changed.flatMap(({ of, change }) => {
    const seen = of.reduce((sum, variable) => sum + (alone.get(variable) ?? 0), 0);
    return Math.abs(change - seen) < ROUNDING ? [of.filter(variable => !alone.has(variable))] : [];
  });
}

/** Says of a row whether one of others, over the same periods, holds all of it and more. */
function wholesBy(others: readonly number[], telling: readonly Telling[], sums: readonly Int32Array[]): (i: number) => boolean {
  const periodsOf = (i: number): string => String(telling[i]!.told.sum.units);
  const byPeriods = groupBy(others, periodsOf);
  return i => (byPeriods.get(periodsOf(i)) ?? []).some(whole => holds(sums[whole]!, sums[i]!));
}

/** True where ascending numbers have all of some others, and more. */
function holds(all: Int32Array, some: Int32Array): boolean {
  if (all.length <= some.length) return false;
  let at = 0;
  for (const variable of some) {
    while (at < all.length && all[at]! < variable) at++;
    if (all[at] !== variable) return false;
  }
  return true;
}

/** How much what adds up has changed in a row: denominator, numerator, population. NaN where that does not add up, or is not known. */
function changesOf({ sum: { composition }, cell }: Told, then: Cell): number[] {
  const { denominator, numerator, population } = composition;
  const change = (aggregate: Aggregate | null, of: (cell: Cell) => number): number =>
    aggregate === null || cell === null || !isAdditive(aggregate) ? NaN : of(cell) - of(then);
  const isNothing = ({ flag }: Cell): boolean => flag === 'not-applicable';
  const changes = [
    change(denominator, it => (isNothing(it) ? 0 : Number(it.denominator))),
    change(numerator, it => (isNothing(it) ? (denominator === null ? 0 : NaN) : Number(it.numerator ?? it.value))),
    change(population, it => (isNothing(it) ? NaN : Number(it.population))),
  ];
  return changes.map(by => (Math.abs(by) < ROUNDING ? 0 : by));
}

const says = (a: Cell, b: Cell): boolean =>
  a.flag === b.flag &&
  a.value === b.value &&
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  (a.flag !== null || a.population === b.population);

/** Sums of decimals. */
const ROUNDING = 1e-6;
