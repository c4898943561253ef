import type { RowKey } from './system/figure.ts';

/**
 * `determined`: it follows from what is shown. `pinned`: so it does for whoever knows that hidden counts are at least 1. `undecided`: neither was proved.
 * `shown-elsewhere`: another row shows the same number. `shown-in-file`: another file of the tree says something else than the table. `hidden-with-number`: a
 * row that is flagged as hidden has a number. `small-shown`: it is about fewer people than the metric's threshold. `made-of-hidden`: a derived figure is shown where a figure that it is made of is
 * hidden.
 */
export type AuditKind =
  'determined' | 'pinned' | 'undecided' | 'shown-elsewhere' | 'shown-in-file' | 'hidden-with-number' | 'small-shown' | 'made-of-hidden';

/** A hidden number that is given away: where it stands, never what it is. */
export interface AuditFinding extends RowKey {
  kind: AuditKind;
  /** The columns of the row that it is about. */
  columns: readonly string[];
  /** The rows it follows from, shown ones and hidden ones that follow themselves; for `shown-in-file`, none. */
  by: readonly RowKey[];
  /** The file, for `shown-in-file`; else null. */
  file: string | null;
  /** True where it takes what earlier editions showed. */
  earlier: boolean;
}

/** What whole numbers leave of hidden counts that are not given away, by all sums together. */
export interface WholeNumbers {
  /** How many were asked of; those that stand in no list here may be more than 4 apart. */
  of: number;
  /** Left one value, though it takes several sums and that people are whole to see it. */
  single: number;
  /** Left several values, within ± 2. */
  within: number;
  /** It would take more work than a figure may, or the figures contradict each other. */
  untold: number;
  /** Linear programs that were solved. */
  programs: number;
  /** The rows of the first of those that are left one value. */
  singleAt: readonly RowKey[];
}

export interface AuditReport {
  /** What was read: an edition's tree, or a table. */
  of: string;
  rows: number;
  hidden: number;
  figures: number;
  /** Equations with a number that readers do not see, over all figures; how many of them are independent; connected blocks, and the unknowns of the largest. */
  equations: number;
  rank: number;
  blocks: number;
  largest: number;
  /** Hidden counts that single equations leave within ± 2 of something, though they do not give them away. */
  narrow: number;
  /** Null where it was not asked for: in a run. */
  wholeNumbers: WholeNumbers | null;
  /** Populations that are hidden in one metric's row, and shown by the lower threshold of another. Not counted as given away. */
  otherThreshold: number;
  /** Hidden rows that stand in no sum: medians, distinct counts, figures that come as they are. */
  unsummed: number;
  /** Sums of shown cells that do not come out: then the system may be wrong, and so may the proof. */
  contradictions: number;
  /** Earlier editions that were read too. */
  earlier: readonly string[];
  findings: readonly AuditFinding[];
}
