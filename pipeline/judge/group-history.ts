import type { GroupHistory, GroupPeriod } from '../contract/comparisons.ts';
import { isSettled, type Observation } from '../contract/observation.ts';
import { round } from '../contract/round.ts';
import type { Desired } from '../contract/status.ts';
import { growsWithSize } from '../words/grows-with-size.ts';
import type { Group } from '../words/project.ts';
import { isBetter } from './better.ts';
import { groupMembers, median, quantile } from './group-comparison.ts';
import { groupStanding } from './group-standing.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';

/** Fewer values than this have no quartiles worth the name, and a place among them says nothing. */
const FEWEST = 4;

/**
 * For each declared group, and for all members together where they are more than any group: the own figure among theirs,
 * period by period. Empty for a metric that is not about a member of its own, and for counts and sums, which tell large
 * municipalities from small ones.
 */
export function groupHistories(judging: Judging, metric: MetricCells, members: readonly string[]): GroupHistory[] {
  const { project } = judging;
  const at = metric.declaration.dimensions.findIndex(id => (judging.dimensions.get(id)?.own ?? null) !== null);
  if (at < 0 || growsWithSize(metric.declaration, new Map(project.metrics.map(m => [m.id, m])))) return [];
  const declared = project.municipality.groups;
  const histories = declared.flatMap(group => historyOf(judging, metric, members, at, group) ?? []);
  const everyone = everyMember(metric, members, at);
  if (declared.some(group => group.members.length >= everyone.length)) return histories;
  const all = historyOf(judging, metric, members, at, { id: '*', name: '', from: null, members: everyone, coverage: 0.5 });
  // Of periods that few have, only a group's are told: those of all say nothing of all.
  const periods = all?.periods.filter(({ spread }) => spread !== null) ?? [];
  const isTold = periods.some(({ period_start }) => period_start === all?.latest);
  return isTold ? [...histories, { ...all!, group: null, name: null, periods }] : histories;
}

/** The members of the own member's dimension that have rows like its own. */
const everyMember = (metric: MetricCells, members: readonly string[], at: number): string[] =>
  metric.cells
    .filter(cell => cell.every((id, i) => (i === at ? id !== '*' && id !== 'unknown' : id === members[i])))
    .map(cell => cell[at]!);

function historyOf(judging: Judging, metric: MetricCells, members: readonly string[], at: number, group: Group): GroupHistory | null {
  const standing = groupStanding(judging, metric, members, group);
  if (standing === null) return null;
  const found = periodsOf(judging, metric, members, at, group)
    .map(row => ({ row, values: groupMembers(judging, metric, group, row) }))
    .filter(({ values }) => values.length > 0);
  // Periods that few of the members have are not compared, as the standing is not about them.
  const least = Math.max(FEWEST, group.coverage * Math.max(...found.map(({ values }) => values.length)));
  return {
    group: group.id,
    name: group.name,
    members: group.members,
    periods: found.map(({ row, values }) => periodOf(metric, row, at, values, values.length >= least)),
    latest: standing.period_start,
  };
}

/** The ended finest periods that the own member or any of the group has rows for, in time order, at the own member's key. */
function periodsOf(judging: Judging, metric: MetricCells, members: readonly string[], at: number, group: Group): Observation[] {
  const rows = [...group.members.map(id => members.with(at, id)), members].flatMap(cell => metric.finestRows(cell));
  const ended = rows.filter(row => row.period_end < judging.asOf);
  const periods = [...new Map(ended.map(row => [row.period_start, { ...row, members }])).values()];
  return periods.sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
}

function periodOf(
  metric: MetricCells,
  key: Observation,
  at: number,
  members: readonly { id: string; value: number }[],
  isCompared: boolean,
): GroupPeriod {
  const { decimals, desired, accept_gaps } = metric.declaration;
  const row = metric.row(key);
  const own = row !== null && isSettled(row, accept_gaps) ? row.value : null;
  const values = members.map(({ value }) => value);
  const others = members.filter(({ id }) => id !== key.members[at]).map(({ value }) => round(value, decimals));
  return {
    period_start: key.period_start,
    period_end: key.period_end,
    own: own === null ? null : round(own, decimals),
    n: members.length,
    spread: isCompared ? { lower_quartile: quantile(values, 0.25), median: median(values), upper_quartile: quantile(values, 0.75) } : null,
    standing: own === null || !isCompared ? null : standingAmong(round(own, decimals), others, desired),
  };
}

/** Null where no direction is desired. */
function standingAmong(own: number, others: readonly number[], desired: Desired): GroupPeriod['standing'] {
  if (desired === 'none' || desired === 'target') return null;
  const better = others.filter(other => isBetter(other, own, desired)).length;
  const equals = others.filter(other => other === own).length;
  return { rank: 1 + better, ranked: others.length + 1, better_than: others.length - better - equals, equals };
}
