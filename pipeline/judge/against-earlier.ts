import type { AgainstEarlier } from '../contract/comparisons.ts';
import { isSettled, type Observation } from '../contract/observation.ts';
import { daysBetween, firstDay, lastDay, monthOf, periodEnd, type Month } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import { isAdditive } from '../words/value-rule.ts';
import { accumulates } from './accumulates.ts';
import type { Judging } from './judging.ts';
import { againstLastYear } from './last-year.ts';
import { finestSize, type MetricCells } from './metric-cells.ts';
import { directionOf } from './trend.ts';

/** Per day there are small numbers of many things: two more decimals than the metric is printed with. */
const MORE_DECIMALS = 2;

/** A settled finest row against the one just before it; null where that one is not settled or not shown. */
export function againstPrevious(judging: Judging, metric: MetricCells, latest: Observation): AgainstEarlier | null {
  const start = firstDay(monthOf(latest.period_start) - finestSize(metric));
  const before = metric.row({ ...latest, period_start: start });
  return before && isSettled(before, metric.declaration.accept_gaps) ? againstRow(judging, metric, latest, before) : null;
}

/** A row against an earlier one of the same grain; null where one of them has no value. */
export function againstRow(judging: Judging, metric: MetricCells, row: Observation, before: Observation): AgainstEarlier | null {
  if (row.value === null || before.value === null) return null;
  return compare(judging, metric, { value: row.value, months: [row] }, { value: before.value, months: [before] });
}

/** A row against the same periods a year before, over those that both years cover. */
export function againstYearBefore(judging: Judging, metric: MetricCells, row: Observation): AgainstEarlier | null {
  const compared = againstLastYear(metric, row);
  if ('reason' in compared) return null;
  const spans = (years: number) => compared.months.map(day => spanOf(metric, monthOf(day) - 12 * years));
  return compare(judging, metric, { value: compared.own, months: spans(0) }, { value: compared.before, months: spans(1) });
}

type Span = Pick<Observation, 'period_start' | 'period_end'>;
interface Side {
  value: number;
  /** The periods it is over, in time order. */
  months: readonly Span[];
}

const spanOf = (metric: MetricCells, first: Month): Span => ({
  period_start: firstDay(first),
  period_end: lastDay(periodEnd(first, metric.finest)),
});

function compare({ project }: Judging, metric: MetricCells, now: Side, then: Side): AgainstEarlier {
  const { declaration } = metric;
  const { decimals, desired } = declaration;
  const own = round(now.value, decimals);
  const before = round(then.value, decimals);
  const [days, daysBefore] = [daysOf(now), daysOf(then)];
  const addsUpOverTime = isAdditive(declaration) && accumulates(declaration, new Map(project.metrics.map(m => [m.id, m])));
  const perDay = (value: number, over: number) => round(value / over, decimals + MORE_DECIMALS);
  return {
    period_start: now.months[0]!.period_start,
    period_end: now.months.at(-1)!.period_end,
    before_start: then.months[0]!.period_start,
    before_end: then.months.at(-1)!.period_end,
    own,
    before,
    difference: round(own - before, decimals),
    direction: directionOf(own, before, desired),
    per_day: addsUpOverTime && days !== daysBefore ? { own: perDay(now.value, days), before: perDay(then.value, daysBefore) } : null,
  };
}

const daysOf = ({ months }: Side): number => months.reduce((sum, span) => sum + daysBetween(span.period_start, span.period_end), 0);
