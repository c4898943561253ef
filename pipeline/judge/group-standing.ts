import type { GroupStanding } from '../contract/comparisons.ts';
import { isSettled, type Observation } from '../contract/observation.ts';
import { round } from '../contract/round.ts';
import type { Group } from '../words/project.ts';
import { isBetter } from './better.ts';
import { groupMembers, mean, median, quantile } from './group-comparison.ts';
import { growsWithSize } from '../words/grows-with-size.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';

/** How many of the latest settled periods a comparison may be about. */
const PERIODS = 5;

/**
 * Own value among each declared group, in the order declared. The period is the newest of the latest five that has at
 * least the group's `coverage` of the members that the best covered of them has: the newest year of national figures may
 * be nearly empty. None for counts and sums, which tell large municipalities from small ones.
 */
export function groupStandings(judging: Judging, metric: MetricCells, members: readonly string[]): GroupStanding[] {
  const { project } = judging;
  if (growsWithSize(metric.declaration, new Map(project.metrics.map(m => [m.id, m])))) return [];
  return project.municipality.groups.flatMap(group => groupStanding(judging, metric, members, group) ?? []);
}

/** Own value among one group; null where there is no period to compare. */
export function groupStanding(judging: Judging, metric: MetricCells, members: readonly string[], group: Group): GroupStanding | null {
  const { asOf } = judging;
  const settled = metric.finestRows(members).filter(row => row.period_end < asOf && isSettled(row, metric.declaration.accept_gaps));
  const latest = settled.slice(-PERIODS).reverse();
  const candidates = latest.map(row => ({ row, values: groupMembers(judging, metric, group, row) }));
  const most = Math.max(0, ...candidates.map(({ values }) => values.length));
  const chosen = candidates.find(({ values }) => values.length > 0 && values.length >= group.coverage * most);
  return chosen ? standingOf(judging, metric, group, chosen.row, chosen.values) : null;
}

function standingOf(
  judging: Judging,
  metric: MetricCells,
  { id, name }: Group,
  row: Observation,
  members: readonly { id: string; value: number }[],
): GroupStanding {
  const { decimals, desired, dimensions } = metric.declaration;
  const self = row.members[dimensions.findIndex(d => judging.dimensions.get(d)?.addsUp === false)];
  const others = members.filter(member => member.id !== self);
  const values = members.map(member => member.value);
  const better = others.map(({ value }) => isBetter(round(value, decimals), round(row.value!, decimals), desired));
  return {
    group: id,
    name,
    period_start: row.period_start,
    period_end: row.period_end,
    own: row.value!,
    n: members.length,
    mean: mean(values),
    lower_quartile: quantile(values, 0.25),
    median: median(values),
    upper_quartile: quantile(values, 0.75),
    rank: better.includes(null) || desired === 'none' || desired === 'target' ? null : 1 + better.filter(Boolean).length,
    ranked: others.length + 1,
  };
}
