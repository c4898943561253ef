import type { Effects } from '../effects/effects.ts';
import type { Day } from '../contract/period.ts';
import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';

export interface RunOptions {
  /** The municipality's folder. */
  project: string;
  /** Where editions are kept; `dist` in the project unless said. */
  out: string;
  /** `--as-of`: only what was received and adopted by then exists. Null: the project's pinned day, else today. */
  asOf: Day | null;
  /** `--rehash`: read every extract again instead of trusting size, mtime and inode. */
  rehash: boolean;
  /** Whether sources are fetched; `due` unless said. With `asOf`, or a pinned day, nothing is. */
  fetch?: FetchWhen;
}

/** `due`: each source once a day of the municipality's; `always`: again; `never`: what came before is all there is. */
export type FetchWhen = 'due' | 'always' | 'never';

export interface RunCounts {
  records: number;
  loaded: number;
  rejected: number;
  ignored: number;
  metrics: number;
  goals: number;
  pages: number;
  observations: number;
}

export interface RunResult {
  /** `held`: a finding held the edition; `failed`: the run stopped. In both, what readers see is as it was. */
  outcome: 'published' | 'unchanged' | 'held' | 'failed';
  /** What `current` points at after the run; null when there is none. */
  edition: string | null;
  /** Follow-ups whose editions were built now, by id. */
  followUps: readonly string[];
  problems: readonly Problem[];
  findings: readonly Finding[];
  /** Null where the run found at once that nothing had changed, or was held. */
  counts: RunCounts | null;
  seconds: number;
}

/** One execution of the pipeline, from the project to an edition. Throws ExpectedError for what stops it. */
export type RunPipeline = (options: RunOptions, effects: Effects) => Promise<RunResult>;
