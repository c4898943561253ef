import type { Grain, Window } from '../../pipeline/contract/period.ts';

/**
 * What stands along a side of the table, as the address writes it: `nyckeltal`, `period`, or a dimension's id. A dimension that is
 * called as one of the words has a point before it.
 */
export type Axis = string;
export const METRIC_AXIS: Axis = 'nyckeltal';
export const PERIOD_AXIS: Axis = 'period';
/** No columns but the one of figures. */
export const NO_AXIS = 'inga';

const WORDS: readonly string[] = [METRIC_AXIS, PERIOD_AXIS, NO_AXIS];
const isEscaped = (axis: Axis): boolean => axis.startsWith('.') && WORDS.includes(axis.replace(/^\.+/, ''));

export const dimensionAxis = (id: string): Axis => (WORDS.includes(id) || isEscaped(id) ? `.${id}` : id);

/** The dimension along a side; null for periods and metrics. */
export const dimensionOf = (axis: Axis): string | null => (WORDS.includes(axis) ? null : isEscaped(axis) ? axis.slice(1) : axis);

export const CHARTS = ['lines', 'bars', 'none'] as const;
export type Chart = (typeof CHARTS)[number];

/** Everything a reader has chosen on Utforska. */
export interface ExploreState {
  /** At least one, in the order they were chosen. */
  metrics: readonly string[];
  rows: Axis;
  /** Null: one column. */
  columns: Axis | null;
  grain: Grain;
  window: Window;
  /** First and last period as `writePeriod` writes them; null as usual. Where periods stand on no side, `to` is the only one. */
  from: string | null;
  to: string | null;
  /**
   * Chosen members by dimension; a dimension that is not there is as usual. On a side: those that are shown, all of them where the
   * list is empty. Elsewhere: the one that figures are about.
   */
  members: Readonly<Record<string, readonly string[]>>;
  chart: Chart;
}
