import type { GroupFact } from '../contract/goals.ts';
import { yearOf, monthOf } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import type { Group } from '../words/project.ts';
import { isBetter } from './better.ts';
import { exactSum } from './exact-sum.ts';
import { growsWithSize } from '../words/grows-with-size.ts';
import type { Judging } from './judging.ts';
import type { MetricCells, RowKey } from './metric-cells.ts';

/**
 * The group's members that have a value at a key, by value. The municipality itself is one only if it is listed. Empty
 * where the metric has no dimension whose members do not add up, or the period is before the group's first year.
 */
export function groupMembers(judging: Judging, metric: MetricCells, group: Group, key: RowKey): { id: string; value: number }[] {
  const position = metric.declaration.dimensions.findIndex(d => judging.dimensions.get(d)?.addsUp === false);
  const begun = group.from === null || yearOf(monthOf(key.period_start)) >= group.from;
  if (position < 0 || !begun) return [];
  const members = group.members.flatMap(id => {
    const row = metric.row({ ...key, members: key.members.with(position, id) });
    return row === null || row.value === null ? [] : [{ id, value: row.value }];
  });
  return members.sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
}

/**
 * Own value beside each declared group that has members with a value, for the same period; in the order declared. None
 * for counts and sums, which tell large municipalities from small ones.
 */
export function groupComparisons(judging: Judging, metric: MetricCells, key: RowKey): GroupFact[] {
  const own = metric.row(key)?.value ?? null;
  if (own === null || growsWithSize(metric.declaration, new Map(judging.project.metrics.map(m => [m.id, m])))) return [];
  const { decimals, desired } = metric.declaration;
  return judging.project.municipality.groups.flatMap(group => {
    const members = groupMembers(judging, metric, group, key);
    if (members.length === 0) return [];
    const betterThan = members.map(m => isBetter(round(own, decimals), round(m.value, decimals), desired));
    return {
      group: group.id,
      name: group.name,
      period_start: key.period_start,
      own,
      members,
      median: median(members.map(m => m.value)),
      better_than: betterThan.includes(null) ? null : betterThan.filter(Boolean).length,
    };
  });
}

/** Of values in order. */
export const median = (sorted: readonly number[]): number => (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
/** The `p` quantile of values in order, with linear interpolation: Hyndman and Fan's type 7 (1996), DuckDB's `quantile_cont`. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
export const mean = (values: readonly number[]): number => Number(exactSum(values.map(String))) / values.length;
