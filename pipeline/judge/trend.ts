import type { TrendFact } from '../contract/goals.ts';
import type { Observation } from '../contract/observation.ts';
import { firstDay } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import type { Signals } from '../contract/signals.ts';
import type { Desired, Trend } from '../contract/status.ts';
import { isBetter } from './better.ts';
import { againstLastYear, windowOf } from './last-year.ts';
import { swings } from './signals/latest-signal.ts';
import { isWithinMargin } from './margin.ts';
import type { MetricCells } from './metric-cells.ts';

/**
 * A figure against the same periods a year before, or `every` years, both as printed; null where there is nothing before.
 * `signals` are its cell's.
 */
export function trendOf(metric: MetricCells, row: Observation, signals: Signals, every: number): TrendFact | null {
  const compared = againstLastYear(metric, row, every);
  if ('reason' in compared) return null;
  const { decimals, desired } = metric.declaration;
  const own = round(compared.own, decimals);
  const before = round(compared.before, decimals);
  return {
    direction: swings(signals) && own !== before ? 'swings' : directionOf(own, before, desired),
    own,
    before,
    difference: round(own - before, decimals),
    period_start: firstDay(windowOf(row).first),
    period_end: row.period_end,
    years: every,
    reduced: compared.reduced,
    within_margin: !compared.reduced && isWithinMargin(metric, row, compared, every),
  };
}

export function directionOf(own: number, before: number, desired: Desired): Trend {
  if (own === before) return 'equal';
  const better = isBetter(own, before, desired);
  if (better === null) return own > before ? 'up' : 'down';
  return better ? 'better' : 'worse';
}
