import type { Beside, BesideWhole, SincePlan } from '../contract/comparisons.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import { isOwnTarget } from './own-targets.ts';
import { isSettled, type Observation } from '../contract/observation.ts';
import { printedDifference, round } from '../contract/round.ts';
import { isAdditive } from '../words/value-rule.ts';
import { againstPrevious, againstRow, againstYearBefore } from './against-earlier.ts';
import { groupStandings } from './group-standing.ts';
import { growsWithSize } from '../words/grows-with-size.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';

/**
 * What a cell's latest settled row and its outcome to date are beside. Only rows that this audience is shown are read,
 * so what is said can be worked out from them and nothing else can. `indicators`: those of running plans about the cell.
 */
export function besideOf(
  judging: Judging,
  metric: MetricCells,
  members: readonly string[],
  { latest, toDate }: { latest: Observation | null; toDate: Observation | null },
  indicators: readonly JudgedIndicator[],
): Beside {
  return {
    previous: latest && againstPrevious(judging, metric, latest),
    last_year: toDate && againstYearBefore(judging, metric, toDate),
    since_plan: latest ? sincePlans(judging, metric, latest, indicators) : [],
    whole: latest && besideWhole(judging, metric, latest),
    groups: groupStandings(judging, metric, members),
  };
}

/** A plan begins with its first version, whatever revisions came later. */
function sincePlans(judging: Judging, metric: MetricCells, latest: Observation, indicators: readonly JudgedIndicator[]): SincePlan[] {
  const plans = new Set(indicators.filter(indicator => !isOwnTarget(indicator)).map(indicator => indicator.plan));
  return [...plans].flatMap(plan => {
    const versions = judging.project.plans.filter(version => version.plan === plan);
    const began = versions.map(version => version.in_force.from).reduce((a, b) => (a < b ? a : b));
    const known = metric
      .finestRows(latest.members)
      .findLast(row => row.period_end < began && isSettled(row, metric.declaration.accept_gaps));
    const against = known && known.period_start < latest.period_start ? againstRow(judging, metric, latest, known) : null;
    return against ? [{ plan, name: versions.at(-1)!.name, ...against }] : [];
  });
}

/** Null for the whole itself, for a metric without places, and where the whole is not settled or not shown. */
function besideWhole(judging: Judging, metric: MetricCells, row: Observation): BesideWhole | null {
  const { declaration } = metric;
  const position = declaration.dimensions.indexOf(judging.place ?? '');
  if (position < 0 || row.members[position] === '*' || row.value === null) return null;
  const whole = metric.row({ ...row, members: row.members.with(position, '*') });
  if (whole === null || whole.value === null || !isSettled(whole, declaration.accept_gaps)) return null;
  const grows = growsWithSize(declaration, new Map(judging.project.metrics.map(m => [m.id, m])));
  const { decimals } = declaration;
  return {
    period_start: row.period_start,
    period_end: row.period_end,
    own: round(row.value, decimals),
    whole: round(whole.value, decimals),
    difference: grows ? null : printedDifference(row.value, whole.value, decimals),
    share: grows && isAdditive(declaration) && whole.value !== 0 ? row.value / whole.value : null,
  };
}
