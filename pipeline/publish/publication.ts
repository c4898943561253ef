import type { Manifest, StatusFile } from '../contract/manifest.ts';
import type { Day } from '../contract/period.ts';
import type { Finding } from '../words/finding.ts';
import type { AudienceName } from '../words/project.ts';
import type { PrintedReport, RenderedFile, SameFile } from '../words/stages.ts';

export const AUDIENCES = ['public', 'internal'] as const satisfies readonly AudienceName[];

/** A follow-up that a tree lists, and the edition that holds what was published for it. */
export interface ListedFollowUp {
  id: string;
  edition: string;
  /** True where that edition is withdrawn: only the page that says so is shown. */
  withdrawn: boolean;
}

/** One audience's tree, before it has a place on disk. */
export interface AudienceTree {
  /** Every file that was made for the edition, but the manifest. Pages carry the stamp's tokens. */
  files: readonly RenderedFile[];
  /** What the edition before has and this one holds as it is. */
  same: readonly Pick<SameFile, 'path'>[];
  /** The manifest without `files`, which only `publish` knows. */
  manifest: Omit<Manifest, 'files'>;
  /** What `status.json` says first; outside the manifest. */
  status: StatusFile;
  /** Reports that are printed once their pages lie there; what is printed is outside the manifest. */
  toPrint: readonly PrintedReport[];
  /** Shown under `uppfoljning/<id>/`. Empty in a follow-up's own tree. */
  followUps: readonly ListedFollowUp[];
}

/** Everything about one edition that is to be published. */
export interface Publication {
  dist: string;
  id: string;
  /** The edition before, whose unchanged files are linked to; null at the first. */
  before: string | null;
  /** The follow-up it is; null for an ordinary edition, the only kind that `current` moves to. */
  followUp: string | null;
  /** The edition's `as_of`, printed where a page's content last changed. */
  date: Day;
  /** What pages carry in the places of the edition's id and date: `@@edition@@`, `@@edition-date@@`. */
  tokens: StampTokens;
  trees: Readonly<Record<AudienceName, AudienceTree>>;
  /** What is found in a tree once it is written, read back from its folder: null for nothing. Null where nobody claims that nothing hidden follows. */
  audit: ((tree: string, audience: AudienceName) => Promise<Finding | null>) | null;
  /** Prints pages of its trees, by their paths on the disk. */
  print: (pages: readonly PrintedReport[]) => Promise<void>;
}

export interface StampTokens {
  edition: string;
  date: string;
}

/** A file of a tree as the manifest lists it. */
export type ManifestFile = Manifest['files'][number];

/** A file of another edition that this tree holds too, as a hard link. */
export interface LinkedFile extends ManifestFile {
  /** Where its bytes are. */
  from: string;
  /** Outside the edition and its manifest: a follow-up's status, and its reports as PDF. */
  outside: boolean;
}

export const MANIFEST = 'data/manifest.json';
/** Outside the edition's id and manifest, as PDF is; the only files that are rewritten in place. */
export const STATUS_FILES = ['status.json', 'status.js'] as const;

export const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export const editionFolder = (dist: string, id: string): string => `${dist}/editions/${id}`;
