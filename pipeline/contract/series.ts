import type { Flag, Mark, RevisionCause } from './observation.ts';
import type { Grain, Window } from './period.ts';
import type { PointType, SpecialCause } from './signals.ts';

/**
 * The pages' compact JSON: one file a metric and node, with the node's own rows and its children's, so that a reader
 * can drill one step without another page. A run is one cell's periods that follow on each other: what they share is said once.
 */
export interface SeriesFile {
  metric: string;
  /** `*` for the whole. */
  node: string;
  /** Member ids that appear in runs, for each dimension, and their names. */
  dimensions: readonly string[];
  /** For each dimension, in their order, the member ids that runs refer to by index; `*` is the whole. */
  members: readonly (readonly string[])[];
  /** Names by `<dimension>/<member>`; the whole has none. */
  names: Readonly<Record<string, string>>;
  runs: readonly SeriesRun[];
  /** What is usual, what stands out and what is foretold, for those of the file's cells where any of it is known. */
  judged: readonly SeriesJudgement[];
  /** What was reported of the file's figures that are revised. */
  revised: readonly SeriesRevision[];
  /** What is said of each node under the file's, by id. */
  sentences: Readonly<Record<string, string>>;
}

/** Which figure, by its cell and its period as `YYYY-MM`, the value that was reported, the id of the follow-up that did, and what can have moved it. */
export type SeriesRevision = readonly [
  grain: Grain,
  window: Window,
  period: string,
  members: string,
  was: number,
  followUp: string,
  causes: readonly RevisionCause[],
];

/**
 * What a chart draws of a cell's judgement (`data/judgements/<metric>.json`): it is about the finest grain, one period at a
 * time. Periods are `YYYY-MM`; values have two decimals more than the metric prints.
 */
export interface SeriesJudgement {
  /** Member indexes joined by `|`, as in runs. */
  members: string;
  segments: readonly SeriesSegment[];
  /** The periods of each special cause. */
  signals: readonly (readonly [cause: SpecialCause, type: PointType, periods: readonly string[]])[];
  /** Periods to come; `low` and `high` hold eight outcomes of ten, null where that is not known. */
  forecast: readonly (readonly [period: string, value: number, low: number | null, high: number | null])[];
}

/** A `SignalSegment`, without what no chart draws. */
export type SeriesSegment = readonly [
  first: string,
  last: string,
  mean: number,
  lpl: number | null,
  upl: number | null,
  season: readonly number[] | null,
  reason: string | null,
];

/**
 * `first` is the first period, `YYYY-MM`, and each value, through the stretches in order, is of the period after the one before it. `part` is 1
 * where a child's figures are the part of a moved node that this file's node had.
 */
export type SeriesRun = readonly [
  grain: Grain,
  window: Window,
  members: string,
  first: string,
  stretches: readonly SeriesStretch[],
  part?: 1,
];

/** Values with one flag and the same marks. */
export type SeriesStretch = readonly [values: readonly (number | null)[], flag: Flag | null, marks: readonly Mark[]];
