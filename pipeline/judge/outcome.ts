import { isSettled, type Observation } from '../contract/observation.ts';
import { firstDay, GRAIN_MONTHS, lastDay, monthOf, periodEnd, periodStart, type Day, type Grain, type Month } from '../contract/period.ts';
import type { Reason } from '../contract/status.ts';
import type { Indicator } from '../words/plan.ts';
import type { MetricCells } from './metric-cells.ts';
import type { PlanInForce } from './plan-in-force.ts';
import { whyUnsettled } from './unsettled.ts';

/** The period a status is about. */
export interface AskedPeriod {
  grain: Grain;
  first: Month;
  last: Month;
}

export const startOf = (period: AskedPeriod): Day => firstDay(period.first);
export const endOf = (period: AskedPeriod): Day => lastDay(period.last);

/** What is known of the period that a target is about. */
export type Outcome =
  /** The settled row; for `lag` and `every`, the latest settled one at or before the period. */
  | { type: 'known'; row: Observation }
  /** The latest settled row is older than `max_age` and `every` allow. */
  | { type: 'too-old'; row: Observation }
  /** The period has ended, or its plan has, and there is no settled row. */
  | { type: 'unknown'; reason: Reason }
  /** The period has not ended: a forecast or the outcome to date decides. */
  | { type: 'ahead' };

/**
 * The period of the grain that contains `by`, `lag` periods earlier. In a plan that has ended, `lag` counts from its
 * last day where `by` lies after it.
 */
export function askedPeriod(indicator: Pick<Indicator, 'by' | 'lag'>, grain: Grain, plan: Pick<PlanInForce, 'to' | 'ended'>): AskedPeriod {
  const from = plan.ended && indicator.lag > 0 && plan.to !== null && plan.to < indicator.by ? plan.to : indicator.by;
  const first = periodStart(monthOf(from), grain) - indicator.lag * GRAIN_MONTHS[grain];
  return { grain, first, last: periodEnd(first, grain) };
}

export function findOutcome(
  metric: MetricCells,
  members: readonly string[],
  period: AskedPeriod,
  indicator: Pick<Indicator, 'lag' | 'max_age' | 'every'>,
  ended: boolean,
  asOf: Day,
): Outcome {
  const acceptGaps = metric.declaration.accept_gaps;
  const rowAt = (first: Month) => metric.row({ grain: period.grain, window: 'period', period_start: firstDay(first), members });
  const asked = rowAt(period.first);
  if (asked && isSettled(asked, acceptGaps)) return { type: 'known', row: asked };
  const isAhead = !ended && endOf(period) >= asOf;
  // In a year between two measurements nothing comes, so it need not have ended; in a year of one, what has come is told.
  if (isAhead && (indicator.every === 1 || (asked?.value ?? null) !== null)) return { type: 'ahead' };
  if (indicator.lag > 0 || indicator.every > 1) {
    const mostAge = indicator.max_age + indicator.every - 1;
    const size = GRAIN_MONTHS[period.grain];
    const oldest = monthOf(metric.finestRows(members)[0]?.period_start ?? startOf(period));
    for (let first = period.first - size, age = 1; first + size > oldest; first -= size, age++) {
      const row = rowAt(first);
      if (row && isSettled(row, acceptGaps)) return { type: age > mostAge ? 'too-old' : 'known', row };
    }
  }
  return isAhead ? { type: 'ahead' } : { type: 'unknown', reason: whyUnsettled(asked, acceptGaps) };
}
