import { GRAIN_MONTHS, isBelowYear, monthOf, periodEnd, type Grain, type Month } from '../../contract/period.ts';
import type { Span } from '../system/figure.ts';
import type { MetricMeasures } from './measured-by.ts';
import type { PublishedMetric, PublishedRow } from './published-tree.ts';

/** The months that a row is over, whatever its window is called: the year to January is January. A year's last value is that of its last covered month. */
export function spanOf(row: PublishedRow, { overTime, finest }: MetricMeasures, covered: ReadonlySet<Month> | null): Span {
  const span = windowOf(row, finest as Grain);
  if (overTime !== 'last' || covered === null) return span;
  const size = GRAIN_MONTHS[finest as Grain];
  for (let last = span.last; last - size + 1 >= span.first; last -= size) if (covered.has(last)) return { first: last - size + 1, last };
  return span;
}

function windowOf({ grain, window, period_start }: PublishedRow, finest: Grain): Span {
  const first = monthOf(period_start);
  const last = periodEnd(first, grain);
  if (window === 'ytd' && isBelowYear(grain)) return { first: last - (last % 12), last };
  if (window === 'period' || window === 'ytd') return { first, last };
  return { first: last + 1 - GRAIN_MONTHS[finest] * Number(window.slice('rolling-'.length)), last };
}

/** The months that the metric's rows for the whole say are covered; null where it has no rows of its finest grain. */
export function coveredMonths({ rows }: PublishedMetric, { finest }: MetricMeasures): Set<Month> | null {
  const whole = rows.filter(row => row.grain === finest && row.window === 'period' && row.members.every(member => member === '*'));
  if (whole.length === 0) return null;
  const covered = whole.filter(row => row.flag !== 'missing' || row.held).map(row => windowOf(row, finest as Grain));
  return new Set(covered.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
}
