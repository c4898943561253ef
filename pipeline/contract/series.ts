import type { Flag, Mark } from './observation.ts';
import type { Grain, Window } from './period.ts';

/**
 * The pages' compact JSON: one file a metric and node, with the node's own rows and its children's, so that a reader
 * can drill one step without another page. Rows are arrays, in the order of `columns`.
 */
export interface SeriesFile {
  metric: string;
  /** `*` for the whole. */
  node: string;
  /** Member ids that appear in rows, for each dimension, and their names. */
  dimensions: readonly string[];
  /** For each dimension, in their order, the member ids that rows refer to by index; `*` is the whole. */
  members: readonly (readonly string[])[];
  /** Names by `<dimension>/<member>`; the whole has none. */
  names: Readonly<Record<string, string>>;
  /** Grain, window, first day of the period as `YYYY-MM`, member indexes joined by `|`, value, flag, marks. */
  rows: readonly SeriesRow[];
}

/** `part` is 1 where a child's row is the part of a moved node that this file's node had. */
export type SeriesRow = readonly [
  grain: Grain,
  window: Window,
  period: string,
  members: string,
  value: number | null,
  flag: Flag | null,
  marks: readonly Mark[],
  part?: 1,
];
