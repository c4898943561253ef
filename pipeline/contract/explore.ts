import type { Desired } from './status.ts';

/** A member's id, its name, and in a tree the node it stands under today (null for a root, and in a flat dimension). */
export type ExploreMember = readonly [id: string, name: string, parent: string | null];

export interface ExploreDimension {
  id: string;
  name: string;
  /** The member that is meant until a reader chooses: `*`, or the municipality's own where members do not add up. */
  whole: string;
  /** Those that rows name, in the order they are shown. */
  members: readonly ExploreMember[];
}

/** What a metric's Arrow file (`data/explore/`) says of itself: JSON in its schema's metadata, under `EXPLORE_KEY`. */
export interface ExploreMetric {
  metric: string;
  name: string;
  question: string;
  /** As readers see it; empty for bare numbers. */
  unit: string;
  unit_id: string;
  decimals: number;
  desired: Desired;
  /** True when a source it rests on is invented. */
  example: boolean;
  /** Names of what it rests on. */
  sources: readonly string[];
  /** In the order of the file's columns. */
  dimensions: readonly ExploreDimension[];
}

export const EXPLORE_KEY = 'malbild';

/** A metric's Arrow file: where it is in the tree, and how much a reader fetches, as it lies and as `serve` sends it. */
export interface ExploreFile {
  path: string;
  bytes: number;
  packed: number;
}
