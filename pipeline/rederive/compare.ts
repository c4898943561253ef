import { keyOf, type Cell, type Comparison, type Observation, type PartObservation } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { MeasuredMetric } from '../words/stages.ts';
import { partKey, type Recomputed } from './recompute.ts';

/** A row that did not come out the same: its period and members, and the column that differs, or that one has no such row; `rows`: of the body, not counted alike. */
export interface Difference {
  period: string;
  members: readonly string[];
  what: 'no row' | 'another row' | keyof Cell | 'marks' | 'months' | 'rows';
}

type Row = Pick<Observation, 'grain' | 'window' | 'period_start' | 'period_end' | 'members'>;

/** True for a row that was computed once more, or would have been if it were there. */
export type Seen = (row: Pick<Observation, 'grain' | 'window' | 'period_start' | 'members'>) => boolean;

/** Every difference between a metric's rows and the same computed once more, among those seen. */
export function compare(metric: MeasuredMetric, again: Recomputed, seen: Seen): Difference[] {
  const close = toleranceOf(metric.declaration);
  const marked = (a: Observation, b: Observation): Difference['what'] | null =>
    differingNumber(a, b, close) ?? (String(a.marks) === String(b.marks) ? null : 'marks');
  const compared = (a: Comparison, b: Comparison): Difference['what'] | null =>
    String(a.months) === String(b.months) ? (differingNumber(a.own, b.own, close) ?? differingNumber(a.before, b.before, close)) : 'months';
  return [
    ...differencesOf<Observation>(metric.observations.filter(seen), again.observations, keyOf, seen, marked),
    ...differencesOf<PartObservation>(metric.parts.filter(seen), again.parts, partKey, seen, marked),
    ...differencesOf<Comparison>(metric.comparisons.filter(seen), again.comparisons, keyOf, seen, compared),
  ];
}

function differencesOf<T extends Row>(
  rows: readonly T[],
  again: ReadonlyMap<string, T>,
  key: (row: T) => string,
  seen: Seen,
  differs: (a: T, b: T) => Difference['what'] | null,
): Difference[] {
  const left = new Map(again);
  const found: Difference[] = [];
  for (const row of rows) {
    const other = left.get(key(row));
    left.delete(key(row));
    const what = other === undefined ? 'another row' : differs(row, other);
    if (what !== null) found.push(differenceAt(row, what));
  }
  return [...found, ...[...left.values()].filter(seen).map(row => differenceAt(row, 'no row'))];
}

export const differenceAt = ({ window, period_start, period_end, members }: Row, what: Difference['what']): Difference => ({
  period: `${period_start}–${period_end}${window === 'period' ? '' : ` ${window}`}`,
  members,
  what,
});

function differingNumber(a: Cell, b: Cell, close: (a: number, b: number) => boolean): keyof Cell | null {
  if (a.flag !== b.flag) return 'flag';
  for (const name of ['numerator', 'denominator', 'population'] as const) if (a[name] !== b[name]) return name;
  const same = a.value === null || b.value === null ? a.value === b.value : close(a.value, b.value);
  return same ? null : 'value';
}

/** Sums and counts are exact; what is divided or interpolated may differ in its last digits (1e-9 of the value). */
function toleranceOf({ measure }: MetricDeclaration): (a: number, b: number) => boolean {
  const exact = measure.type === 'aggregate' && ['sum', 'count', 'count-distinct', 'min', 'max'].includes(measure.aggregate.function);
  return exact ? (a, b) => a === b : (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
