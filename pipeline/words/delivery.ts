import type { Day } from '../contract/period.ts';

/** One arrival of one file: (source, name, received, sequence, sha256). */
export interface Delivery {
  source: string;
  name: string;
  received: Day;
  sequence: number;
  sha256: string;
  /** The period in the name, `2026-03`; null where the pattern has none. */
  period: string | null;
  /** Where the extract's bytes are kept. */
  path: string;
  bytes: number;
  /** What was asked for and is not in it, by kind (`kpi`); only where a connector knows. */
  lacking?: Lacking;
  /** What is left of an extract whose time had passed (`retention:`); left out while its bytes are kept. */
  removed?: RemovedExtract;
}

/** The day an extract was removed, and what had become of its records. All it had loaded was superseded. */
export interface RemovedExtract {
  day: Day;
  records: number;
  loaded: number;
  rejected: number;
  ignored: number;
}

/** Ids that were asked for and gave nothing, by what they are ids of (`kpi`, `municipality`). */
export type Lacking = Readonly<Record<string, readonly string[]>>;

/**
 * What is not a delivery: a file in the drop folder that does not fit `name_pattern` or could not be read, or a fetch that gave
 * nothing (named by its connector's type; its sha256 is that of `detail`, since that is all there is).
 */
export interface RefusedFile {
  source: string;
  name: string;
  sha256: string | null;
  code: 'name-pattern' | 'unreadable' | 'period-in-name' | 'fetch-failed';
  /** The part of the name that is at fault, or the system's code (`EACCES`); empty where the whole name does not fit. Of a fetch `fault: detail`. */
  detail: string;
  /** The day of a fetch: before it there was no such fault. */
  day?: Day;
}

/** What `extract` gives: every delivery known, whatever its date, by (source, received, sequence, name, sha256). */
export interface Deliveries {
  deliveries: readonly Delivery[];
  refused: readonly RefusedFile[];
}

/** What became of the records of one extract. records = loaded + rejected + ignored. */
export interface ExtractCounts {
  records: number;
  loaded: number;
  rejected: number;
  ignored: number;
  /** The part of loaded that a later delivery replaced. */
  superseded: number;
}

/** A record that is not in the figures. `raw` never leaves the state folder. */
export interface Reject {
  source: string;
  sha256: string;
  /** The line in the file; in JSON and Parquet the record's number. */
  line: number;
  column: string;
  rule: 'type' | 'required' | 'key' | 'min' | 'max' | 'allowed' | 'pattern' | 'period';
  raw: string;
}

/** Of what was refused, what is known on a day: a file in a folder always, a fetch from its day on. */
export const refusedBy = (refused: readonly RefusedFile[], asOf: Day): RefusedFile[] =>
  refused.filter(({ day }) => day === undefined || day <= asOf);
