import { isSettled, type Observation } from '../contract/observation.ts';
import { GRAIN_MONTHS, monthOf, type Month } from '../contract/period.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { isAdditive, valueOf } from '../words/value-rule.ts';
import { exactSum } from './exact-sum.ts';

type Forecastable = Pick<MetricDeclaration, 'measure' | 'over_time' | 'per' | 'accept_gaps'>;

/**
 * The point forecast of a period, from one cell's rows at the finest grain; null where none can be made. Seasonal naive:
 * finest periods that are not settled take the same one a year earlier (numerator and denominator apart; a stock takes
 * the last one), then the metric's value rule. It needs two whole seasons, five years of a yearly metric, without a hole
 * up to the latest settled period. What does not add up (medians, quantiles, distinct counts, given and derived
 * metrics) has no forecast, nor has a cell with a hidden period in those seasons.
 */
export function forecast(metric: Forecastable, finest: readonly Observation[], period: { first: Month; last: Month }): number | null {
  const grain = finest[0]?.grain;
  if (grain === undefined || !isAdditive(metric) || GRAIN_MONTHS[grain] > period.last - period.first + 1) return null;
  const settled = new Map(
    finest
      .filter(row => isSettled(row, metric.accept_gaps) && monthOf(row.period_start) <= period.last)
      .map(row => [monthOf(row.period_start), row]),
  );
  if (settled.size === 0) return null;
  const size = GRAIN_MONTHS[grain];
  const last = Math.max(...settled.keys());
  const seasons = size === 12 ? 5 * 12 : 2 * 12;
  for (let month = last; month > last - seasons; month -= size) if (!settled.has(month)) return null;
  if (metric.over_time === 'last') return settled.get(last)!.value;

  const rows: Observation[] = [];
  for (let month = period.first; month <= period.last; month += size) {
    let known = month;
    while (known > last) known -= 12;
    rows.push(settled.get(known)!);
  }
  return combine(metric, rows);
}

/** The value over several finest periods. Averages and ratios have exact numerators and denominators; sums have values alone. */
function combine(metric: Forecastable, rows: readonly Observation[]): number | null {
  const numerators = rows.flatMap(row => row.numerator ?? []);
  const denominators = rows.flatMap(row => row.denominator ?? []);
  if (numerators.length === rows.length && denominators.length === rows.length) {
    return valueOf(metric.per, exactSum(numerators), exactSum(denominators));
  }
  return Number(exactSum(rows.map(row => String(row.value))));
}
