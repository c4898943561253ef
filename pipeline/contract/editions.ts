import type { Day } from './period.ts';

/** An edition that came before, as a later one tells of it. */
export interface EditionEntry {
  edition: string;
  as_of: Day;
}

/** Editions that a later one tells of. */
export const MOST_EDITIONS = 100;

/** `data/editions.json`: the editions before this one, each the one before the last, the latest first. */
export interface EditionsFile {
  editions: readonly EditionEntry[];
}

/** What is left of an edition that was withdrawn: in `dist/withdrawn/<id>.json`, and in the inputs of later ones. */
export interface Withdrawal {
  edition: string;
  as_of: Day;
  /** The follow-up it was built for; null for an ordinary edition. */
  follow_up: string | null;
  /** The day it was withdrawn. */
  date: Day;
  by: string;
  reason: string;
}
