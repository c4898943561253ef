/** How much is computed once more. */
export interface Extent {
  /** How many windows of each metric. */
  spans: number;
  /** How many rows of each body at most. */
  rows: number;
}

/** What a run checks: so few that its cost does not grow with what there is to sum. */
export const SAMPLE: Extent = { spans: 3, rows: 4_000 };
/** Every row of every metric. */
export const EVERYTHING: Extent = { spans: Infinity, rows: Infinity };
