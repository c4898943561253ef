import type { Observation } from '../contract/observation.ts';
import { firstDay, lastDay, monthOf, writePeriod, type Day, type Month } from '../contract/period.ts';
import type { Reason } from '../contract/status.ts';
import { isAdditive } from '../words/value-rule.ts';
import type { MetricCells } from './metric-cells.ts';
import { isRedefined } from './signals/rebases.ts';

/** A row against the same a year before (or the measurement before), over the finest periods that both cover. */
export interface LastYear {
  own: number;
  before: number;
  /** First days of the finest periods compared. */
  months: readonly Day[];
  /** True when it leaves out periods that the row itself reads. */
  reduced: boolean;
}

/**
 * The comparison that `measure` made where the two years do not read the same periods, else the two published rows. What is
 * measured `every` so many years is held against the measurement before, of which nothing is made.
 */
export function againstLastYear(metric: MetricCells, row: Observation, every = 1): LastYear | { reason: Reason } {
  const { first: from, last: to } = windowOf(row);
  if (isRedefined(metric.declaration, row.members, { first: from - 12 * every, last: to })) return { reason: 'definition-changed' };
  const made = every === 1 ? metric.comparison(row) : null;
  if (made) {
    const { own, before, months } = made;
    if (own.flag === 'suppressed' || before.flag === 'suppressed') return { reason: 'suppressed' };
    if (own.value === null || before.value === null || months.length === 0) return { reason: 'nothing-to-compare' };
    const read = readMonths(metric, row.members, from, to).map(firstDay);
    return { own: own.value, before: before.value, months, reduced: String(months) !== String(read) };
  }
  const before = rowYearBefore(metric, row, every);
  if (before?.flag === 'suppressed') return { reason: 'suppressed' };
  const months = sameMonths(metric, row, every);
  if (row.value === null || before === null || before.value === null || months === null) return { reason: 'nothing-to-compare' };
  return { own: row.value, before: before.value, months, reduced: false };
}

const rowYearBefore = (metric: MetricCells, row: Observation, every: number): Observation | null =>
  metric.row({ ...row, period_start: firstDay(monthOf(row.period_start) - 12 * every) });

/** First and last month of what a row's window is over. */
export function windowOf(row: Pick<Observation, 'window' | 'period_start' | 'period_end'>): { first: Month; last: Month } {
  const last = monthOf(row.period_end);
  return { first: row.window === 'ytd' ? last - (last % 12) : monthOf(row.period_start), last };
}

/** The finest periods a row reads, when the row `every` years before reads the same; null when they differ or there are none. */
function sameMonths(metric: MetricCells, row: Observation, every: number): Day[] | null {
  const apart = 12 * every;
  const { first, last } = windowOf(row);
  const own = readMonths(metric, row.members, first, last);
  const before = readMonths(metric, row.members, first - apart, last - apart);
  const same = own.length > 0 && own.length === before.length && own.every((month, i) => month - apart === before[i]);
  return same ? own.map(firstDay) : null;
}

/** The covered finest periods of a cell's window; a stock reads the last one. */
function readMonths(metric: MetricCells, members: readonly string[], first: Month, last: Month): Month[] {
  const [from, to] = [firstDay(first), lastDay(last)];
  const months = metric
    .finestRows(members)
    .filter(row => row.flag !== 'missing' && row.period_start >= from && row.period_end <= to)
    .map(row => monthOf(row.period_start));
  const isStock = isAdditive(metric.declaration) && metric.declaration.over_time === 'last';
  return isStock ? months.slice(-1) : months;
}

/** The compared periods as text, `2026-05 2026-06`, as `parsePeriod` reads them: `2026-Q1`, `2026`, `2025/26`. */
export const monthsText = (metric: MetricCells, months: readonly Day[]): string =>
  months.map(day => writePeriod(metric.finest, monthOf(day))).join(' ');
