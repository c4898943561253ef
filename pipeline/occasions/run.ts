import type { Withdrawal } from '../contract/editions.ts';
import type { EditionInputs, StatusFile } from '../contract/manifest.ts';
import type { Effects } from '../effects/effects.ts';
import type { Printing } from '../print/printing.ts';
import type { Deliveries } from '../words/delivery.ts';
import type { Finding } from '../words/finding.ts';
import type { Project } from '../words/project.ts';
import type { RunCounts } from '../words/run.ts';
import type { Loaded } from '../words/stages.ts';
import type { Keeping } from './keeping.ts';

/** What every occasion of a run shares. */
export interface Run {
  project: Project;
  deliveries: Deliveries;
  kept: Keeping;
  folders: { state: string; dist: string };
  effects: Effects;
  program: Pick<EditionInputs, 'engine' | 'versions'>;
  /** False where the day was asked for. */
  mayRemove: boolean;
  printing: Printing;
  /** Follow-ups that have an edition, by id. */
  built: Map<string, string>;
  withdrawn: readonly Withdrawal[];
}

/** What became of one occasion. */
export interface Built {
  /** The edition that now stands for it; null where a finding held it. */
  id: string | null;
  outcome: 'published' | 'unchanged' | 'held';
  findings: readonly Finding[];
  /** Null where it was seen at once that nothing had changed. */
  late: StatusFile['late'] | null;
  counts: RunCounts | null;
  content: string | null;
  /** Null where nothing was loaded, or it was held. */
  loaded: Loaded | null;
}
