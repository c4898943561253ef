import type { Effects } from '../effects/effects.ts';
import type { Day } from '../contract/period.ts';
import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import type { AudienceName, Project } from './project.ts';
import type { FindFile, Loaded, RenderInput } from './stages.ts';

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

/** What a run would show now, before anything is drawn. */
export interface JudgedNow {
  project: Project;
  /** The edition that readers see; null where there is none. */
  edition: string | null;
  asOf: Day;
  loaded: Loaded;
  findings: readonly Finding[];
  /** For each audience that was asked about, public first; null where a finding holds the edition. */
  given: readonly RenderInput[] | null;
}

/** What a run would show one audience now. */
export interface DrawnNow extends JudgedNow {
  /** Null where a finding holds the edition. */
  find: FindFile | null;
}

/** Draws what a run would show one audience now, without fetching or publishing. */
export type DrawNow = (options: RunOptions, effects: Effects, audience: AudienceName) => Promise<DrawnNow>;

/** Judges what there is without fetching or publishing; `narrow` leaves out what is not asked about, `audiences` who. */
export type JudgeNow = (
  options: RunOptions,
  effects: Effects,
  narrow?: (project: Project) => Project,
  audiences?: readonly AudienceName[],
) => Promise<JudgedNow>;
