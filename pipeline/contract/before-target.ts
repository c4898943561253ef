import type { JudgedIndicator } from './goals.ts';
import { monthOf, periodStart } from './period.ts';

/** True where the outcome is of the latest known period, which comes before the one that the target is about (`lag`, `every`). */
export const isBeforeTarget = ({
  measures,
  by,
  period_end,
  value,
}: Pick<JudgedIndicator, 'measures' | 'by' | 'period_end' | 'value'>): boolean =>
  value !== null && measures !== null && period_end !== null && monthOf(period_end) < periodStart(monthOf(by), measures);
