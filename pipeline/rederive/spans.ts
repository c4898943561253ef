import { sortMarks, type Mark } from '../contract/observation.ts';
import {
  firstDay,
  GRAIN_MONTHS,
  isBelowYear,
  lastDay,
  monthsBetween,
  periodEnd,
  periodStart,
  type Day,
  type Grain,
  type Month,
  type Window,
} from '../contract/period.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Covered } from './covered.ts';

/** A window of a period, and what it is over. */
export interface Span {
  grain: Grain;
  window: Window;
  period_start: Day;
  period_end: Day;
  /** Every month of the window, covered or not. */
  months: readonly Month[];
  /** The finest periods that the value reads. */
  read: readonly Month[];
  marks: readonly Mark[];
  /** What is compared with the same a year before; null where the two rows read the same periods of both years, or none. */
  compared: readonly Month[] | null;
}

export const spanKey = (span: Pick<Span, 'grain' | 'window' | 'period_start'>): string =>
  `${span.grain}|${span.window}|${span.period_start}`;

/** Every window of every period of a metric. */
export function spansOf(declaration: MetricDeclaration, covered: Covered, asOf: Day): Span[] {
  const { span } = covered;
  if (span === null) return [];
  return declaration.grains.flatMap(grain => {
    const starts = monthsBetween(periodStart(span.first, grain), span.last).filter(month => periodStart(month, grain) === month);
    const windows = declaration.windows.filter(
      window =>
        window === 'period' ||
        (window === 'ytd' && isBelowYear(grain)) ||
        (window.startsWith('rolling-') && GRAIN_MONTHS[grain] === covered.size),
    );
    return windows.flatMap(window => starts.map(start => spanAt(declaration, covered, asOf, grain, window, start)));
  });
}

function spanAt(declaration: MetricDeclaration, covered: Covered, asOf: Day, grain: Grain, window: Window, start: Month): Span {
  const { size } = covered;
  const end = periodEnd(start, grain);
  const from = window === 'period' ? start : window === 'ytd' ? periodStart(end, 'year') : end + 1 - size * Number(window.slice(8));
  const months = monthsBetween(from, end);
  const periods = months.filter((_, i) => i % size === 0);
  const readOf = (of: readonly Month[]): Month[] => {
    const there = of.filter(period => covered.has(period));
    return declaration.over_time === 'last' ? there.slice(-1) : there;
  };
  const read = readOf(periods);
  const period_end = lastDay(end);
  const last = periods.at(-1)!;
  const marks: Mark[] = [];
  const received = covered.received(last);
  if (!declaration.covers_rows && (period_end >= asOf || (received !== null && received <= period_end))) marks.push('partial');
  const whole = declaration.over_time === 'last' ? read[0] === last : read.length === periods.length;
  if (read.length > 0 && !whole && (period_end < asOf || declaration.covers_rows)) marks.push('incomplete');
  if (read.some(period => covered.isPreliminary(period))) marks.push('preliminary');
  if (periods.some(period => covered.isLate(period))) marks.push('late');
  const common = readOf(periods.filter(period => covered.has(period - 12)));
  const before = readOf(periods.map(period => period - 12));
  const asTheyStand = String(common) === String(read) && String(common.map(period => period - 12)) === String(before);
  const compared = window.startsWith('rolling-') || common.length === 0 || asTheyStand ? null : common;
  return { grain, window, period_start: firstDay(start), period_end, months, read, marks: sortMarks(marks), compared };
}
