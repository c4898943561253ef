import type { Observation } from '../contract/observation.ts';
import { firstDay, monthOf } from '../contract/period.ts';
import type { LastYear } from './last-year.ts';
import type { MetricCells } from './metric-cells.ts';

/**
 * True where two figures, `every` years apart, differ by no more than their margins of error together: the root of the sum of their squares, as for
 * two independent samples with one level of confidence (U.S. Census Bureau, Understanding and Using American Community Survey
 * Data, 2020, ch. 7-8). False where either margin is not known.
 */
export function isWithinMargin(
  metric: MetricCells,
  row: Observation,
  { own, before }: Pick<LastYear, 'own' | 'before'>,
  every: number,
): boolean {
  const earlier = { ...row, period_start: firstDay(monthOf(row.period_start) - 12 * every) };
  const [margin, marginBefore] = [metric.margin(row), metric.margin(earlier)];
  return margin !== null && marginBefore !== null && Math.abs(own - before) <= Math.hypot(margin, marginBefore);
}
