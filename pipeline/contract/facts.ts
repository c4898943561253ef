import type { Beside, GroupHistory } from './comparisons.ts';
import type { GroupFact, TrendFact } from './goals.ts';
import type { Observation } from './observation.ts';
import type { Signals } from './signals.ts';

/** The answer for one metric at one node (or the whole), every other dimension at its whole or own member. */
export interface MetricFacts {
  metric: string;
  /** `*` for the whole; a metric without the place dimension has only `*`. */
  place: string;
  members: readonly string[];
  /** The latest settled observation at the finest grain; null when there is none. */
  latest: Observation | null;
  /** The year to date through the latest settled finest period, or the latest settled year; null when there is none. */
  to_date: Observation | null;
  /** The margin of error of `latest`, up and down, in the metric's unit; null where none is known. */
  margin: number | null;
  trend: TrendFact | null;
  signals: Signals;
  comparison: GroupFact | null;
  /** Beside every declared group that has members with a value, in the order declared; `comparison` is the first. */
  comparisons?: readonly GroupFact[];
  /** Against earlier periods, the whole and groups. */
  beside: Beside;
  /** The own member among each group through time; empty for what is not about a member of its own. */
  groups: readonly GroupHistory[];
  /** Ids of the indicators of the plan in force that are about this cell: `<plan>/<id>`. */
  indicators: readonly string[];
  /** One plain Swedish paragraph from the facts. */
  sentence: string;
  /** True when anything it rests on is invented. */
  example: boolean;
}
