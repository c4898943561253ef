import type { Observation } from '../contract/observation.ts';
import type { Day, Window } from '../contract/period.ts';
import type { Reject } from '../words/delivery.ts';
import type { AudienceName } from '../words/project.ts';

/** Which figure is asked about. */
export interface AskedFigure {
  metric: string;
  /** `2026`, `2026-T2`, `2026-08`. */
  period: string;
  window: Window;
  /** By dimension; those left out are the whole, or the dimension's own member. */
  members: Readonly<Record<string, string>>;
  audience: AudienceName;
}

/** A figure that is published, walked back to what it was computed from. */
export interface Explanation {
  edition: { id: string; as_of: Day; audience: AudienceName };
  figure: Omit<Observation, 'members'> & {
    metric: string;
    name: string;
    /** As readers see it. */
    unit: string;
    decimals: number;
    members: Readonly<Record<string, string>>;
  };
  /** Why the walk stops at the extracts, and names no lines; null where it does not. */
  stops: Stop | null;
  /** False where the same files give another figure now: the project's files have changed. Null for a figure that is flagged or held. */
  comes_out: boolean | null;
  /** The metric, and for a derived one each that it is made of, outermost first. */
  parts: readonly ExplainedPart[];
  rejects: readonly ExplainedReject[];
}

/** `audience`: the public walk ends there. `suppressed`: lines would tell how many a hidden figure is about. `no-rows`: what is read carries no `_row`. */
export type Stop = 'audience' | 'suppressed' | 'no-rows';

export interface ExplainedPart {
  metric: string;
  members: Readonly<Record<string, string>>;
  /** Relative to the project, and the file's sha256 and text as published; null where the audience may not see the metric. */
  sql: { file: string; sha256: string; text: string } | null;
  /** True where that file is another in the project now. */
  changed: boolean;
  /** The files of marts and staging that lie between the metric and its sources. */
  through: readonly string[];
  extracts: readonly ExplainedExtract[];
}

export interface ExplainedExtract {
  source: string;
  name: string;
  received: Day;
  sha256: string;
  /** Of the rows that count, in the file, in order: in JSON and Parquet records' numbers. Null where the walk stops here, or rows of other sources carry it. */
  lines: readonly number[] | null;
}

/** Rejected rows of the extracts that could have counted; publicly by rule alone. */
export interface ExplainedReject extends Pick<Reject, 'source' | 'rule'> {
  count: number;
  name: string | null;
  line: number | null;
  column: string | null;
}
