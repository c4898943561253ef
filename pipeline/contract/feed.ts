import type { Day } from './period.ts';

/** Something that changed between two editions. */
export interface FeedEntry {
  /** The `as_of` of the edition that changed it. */
  updated: Day;
  title: string;
  summary: string;
  /** The page about it, from the tree's root. */
  path: string;
}

/** `data/changes.json`: the latest first. */
export interface ChangesFile {
  entries: readonly FeedEntry[];
}
