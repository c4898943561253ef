import type { Day } from '../contract/period.ts';
import type { Lacking, RemovedExtract } from '../words/delivery.ts';

/** What a file in the drop folder was like when its bytes were last read. `mtime` is in nanoseconds. */
export interface FileMark {
  size: string;
  mtime: string;
  inode: string;
}

interface Noted {
  source: string;
  /** The instant, ISO 8601 in UTC. */
  seen: string;
  /** The day of that instant in the municipality's time zone. */
  day: Day;
}

interface Came extends Noted {
  name: string;
  sha256: string;
  bytes: number;
}

/** A file that was dropped: an `arrival` is a delivery; `unchanged` was read again and held the same bytes as its last arrival. */
export interface DroppedEntry extends Came, FileMark {
  type: 'arrival' | 'unchanged';
}

/** A file that a connector brought: a delivery, also when its bytes are those of the one before. */
export interface FetchedEntry extends Came {
  type: 'fetched';
  /** What the other side calls this version of it; null where it says nothing. */
  version: string | null;
  /** sha256 of the connector's declaration: a version answers only to what was asked. */
  asked: string;
  lacking?: Lacking;
}

/** A fetch that ended; what it brought stands before it. */
export interface FetchEntry extends Noted {
  type: 'fetch';
  asked: string;
  /** Why nothing more came, `fault: detail`; null where all did. */
  failed: string | null;
}

/**
 * One line of `deliveries.jsonl`. What the source's `name_pattern` says of a name is not kept: it is read from the name
 * each time, so that the project's files and the arrivals decide, and not what the pattern once was.
 */
export type LedgerEntry = DroppedEntry | FetchedEntry | FetchEntry;

/** A line that says that a source's extract was removed, since its time had passed, and what had become of its records. */
export interface Removal extends RemovedExtract, Noted {
  type: 'removed';
  sha256: string;
}

export const isDropped = (entry: LedgerEntry): entry is DroppedEntry => entry.type === 'arrival' || entry.type === 'unchanged';

const NOTED = ['source', 'seen', 'day'];
const CAME = [...NOTED, 'name', 'sha256'];
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  arrival: [...CAME, 'size', 'mtime', 'inode'],
  unchanged: [...CAME, 'size', 'mtime', 'inode'],
  fetched: [...CAME, 'asked'],
  fetch: [...NOTED, 'asked'],
  removed: [...NOTED, 'sha256'],
};
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  arrival: ['bytes'],
  unchanged: ['bytes'],
  fetched: ['bytes'],
  fetch: [],
  removed: ['records', 'loaded', 'rejected', 'ignored'],
};

/** The entry or removal that a line holds; null where it is none. */
export function parseEntry(line: string): LedgerEntry | Removal | null {
  try {
    const entry = JSON.parse(line) as Record<string, unknown> | null;
    if (entry === null || typeof entry !== 'object' || typeof entry.type !== 'string' || !Object.hasOwn(TEXTS, entry.type)) return null;
    const has = (fields: readonly string[], type: string): boolean => fields.every(field => typeof entry[field] === type);
    const whole = has(TEXTS[entry.type]!, 'string') && has(NUMBERS[entry.type]!, 'number');
    return whole ? (entry as unknown as LedgerEntry | Removal) : null;
  } catch {
    return null;
  }
}
