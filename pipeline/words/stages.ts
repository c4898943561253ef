import type { DuckDBConnection } from '@duckdb/node-api';
import type { ExploreFile } from '../contract/explore.ts';
import type { Comparison, Observation, PartObservation, Revision } from '../contract/observation.ts';
import type { EditionEntry, Withdrawal } from '../contract/editions.ts';
import type { HierarchyNode, Manifest } from '../contract/manifest.ts';
import type { JudgedPlan } from '../contract/goals.ts';
import type { FeedEntry } from '../contract/feed.ts';
import type { MetricFacts } from '../contract/facts.ts';
import type { JudgementsFile } from '../contract/judgements.ts';
import type { AttentionList } from '../contract/signals.ts';
import type { Day, Month } from '../contract/period.ts';
import type { Delivery, ExtractCounts, Reject } from './delivery.ts';
import type { Finding } from './finding.ts';
import type { Aggregate, MetricDeclaration } from './metric.ts';
import type { AudienceName, FollowUp, Project } from './project.ts';
import type { SourceDeclaration } from './source.ts';

/** Which months a source speaks for, as known at `as_of`. Null for a source without `covers`. */
export interface Coverage {
  /** Explicitly covered months, and when the delivery in force for each was received. Empty for `until …`. */
  months: ReadonlyMap<Month, Day>;
  /** For `until month before received`: everything up to and including this month, as of that delivery. */
  until: { month: Month; received: Day } | null;
  /** The last covered month; null when nothing is covered. */
  last: Month | null;
}

/** One delivery that exists at `as_of`, with what became of its extract's records. */
export interface CountedDelivery extends Delivery, ExtractCounts {
  /** True for an extract that cannot be read: none of it is loaded, and its counts are 0 because they cannot be known. */
  broken?: boolean;
  /** True for an extract of which nothing counts any more at `as_of`: later deliveries have taken its place. */
  replaced?: boolean;
}

/** A source's content as known at `as_of`: the table `raw."<id>"` holds the current rows, with `_row`. */
export interface LoadedSource {
  declaration: SourceDeclaration;
  /** In force order: (received, sequence, name, sha256). */
  deliveries: readonly CountedDelivery[];
  coverage: Coverage | null;
  /** True when the source could not be loaded at all: what rests on it is not published. */
  broken: boolean;
}

export interface Loaded {
  sources: readonly LoadedSource[];
  /** Records of the sources of kind `reports`, by (date, delivery, line); only those dated by `as_of`. */
  reports: readonly Report[];
  /** Rejected records of the deliveries that exist at `as_of`, in (source, delivery, line) order. */
  rejects: readonly Reject[];
  findings: readonly Finding[];
}

/** The trees and which relations could be built. Marts are tables in schema `marts`. */
export interface Modelled {
  /** Dimension id to its nodes, for every dimension with a hierarchy. */
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>;
  /** Relations that failed, or read one that failed. */
  broken: ReadonlySet<string>;
  /** For every mart and staging relation, the source ids it rests on. */
  sourcesOf: ReadonlyMap<string, readonly string[]>;
  /** For every source's raw table, staging relation and mart that could be built: a digest of all that its content rests on. */
  keys: ReadonlyMap<string, string>;
  /** Sees to it that relations are tables of the warehouse: one that is known to be sound is built when it is first needed. Throws QueryError. */
  ensure(relations: readonly string[]): Promise<void>;
  findings: readonly Finding[];
}

/**
 * What the rows of a metric over facts sum up: atoms, the finest combinations of places in trees and members that facts were seen in, in finest
 * periods. Medians and distinct counts have them too, though theirs are not sums.
 */
export interface Composition {
  /** Says which facts: the same for metrics with the same body and time column. */
  facts: string;
  numerator: Aggregate;
  denominator: Aggregate | null;
  population: Aggregate | null;
  dimensions: readonly { id: string; isTree: boolean }[];
  breakdowns: readonly (readonly string[])[];
  /** By atom: where it stands in each dimension. */
  atoms: readonly (readonly string[])[];
  /** By atom: the finest periods, told by their first month, that it has facts in. */
  met: readonly (readonly Month[])[];
  /** The atoms of a cell, by `cellKey`; none for a cell without facts. */
  cells: ReadonlyMap<string, readonly number[]>;
  /** Months of a finest period. */
  size: number;
  /** The finest periods that each row reads, and those that are compared with the year before, by `windowKey`; finest periods are told by their first month. */
  windows: ReadonlyMap<string, { read: readonly Month[]; compared: readonly Month[] | null }>;
}

/** Atoms of a metric in some finest periods. */
export interface Summed {
  composition: Composition;
  /** The cell's `cellKey`. */
  cell: string;
  units: readonly Month[];
}

/** What protects a derived row: a row it is made of. */
export interface Origin {
  metric: string;
  population: number | null;
  /** Null where it is of no facts that are known: given. */
  of: Summed | null;
}

/** A metric's observations before any audience is considered. */
export interface MeasuredMetric {
  declaration: MetricDeclaration;
  /** Every source the metric rests on, through derived metrics too. */
  sources: readonly string[];
  /** Here what is not applicable has its population too: there may be people, of whom nothing can be divided. Published it has no numbers. */
  observations: readonly Observation[];
  parts: readonly PartObservation[];
  comparisons: readonly Comparison[];
  /** For a derived metric: by observation key, the rows it is made of. Empty otherwise. */
  origins: ReadonlyMap<string, readonly Origin[]>;
  /** Likewise for a derived metric's comparisons: the rows of both years. */
  compared_origins: ReadonlyMap<string, readonly Origin[]>;
  /** Null for given and derived metrics, and where nothing could be measured. */
  composition: Composition | null;
  /** Body rows = rows at `*` + outside coverage; null for given and derived metrics. */
  rows: { body: number; whole: number; outside: number } | null;
}

export interface Measured {
  metrics: readonly MeasuredMetric[];
  /** Ids of metrics that a finding holds. */
  held: ReadonlySet<string>;
  /** By metric: a digest of all that its figures rest on. */
  keys: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}

/** The cells one audience may see; everything after `protect` sees only these. */
export interface ProtectedMetric {
  declaration: MetricDeclaration;
  sources: readonly string[];
  observations: readonly Observation[];
  parts: readonly PartObservation[];
  comparisons: readonly Comparison[];
  /** Of the observations that are marked `revised`: what this audience was told in a follow-up. */
  revisions: readonly Revision[];
}

export interface Protected {
  audience: AudienceName;
  metrics: readonly ProtectedMetric[];
  /** What has been said of the plans, from sources of the audience's classes. */
  reports: readonly Report[];
}

/** A dated record that someone said about a plan; from a source of kind `reports`. */
export interface Report {
  /** The source it came from; what rests on a report is *exempeldata* when that source is invented. */
  source?: string;
  plan: string;
  id: string;
  period: string;
  date: Day;
  role: string;
  status: 'met' | 'partly' | 'not-met' | null;
  state: 'done' | 'ongoing' | 'not-done' | null;
  /** SEK, exact: a board's own forecast; of an activity, what it came to cost. */
  amount: string | null;
  /** SEK, exact: of an activity, what it came to give. */
  benefit: string | null;
  text: string;
}

/** What `judge` says, for one audience. */
export interface Judged {
  plans: readonly JudgedPlan[];
  /** For every metric and node: the latest figures and the sentence. */
  facts: readonly MetricFacts[];
  /** For every metric, its own target and each cell that is judged. */
  judgements: readonly JudgementsFile[];
  /** What stands out, for the whole, for each node that has children, and for each unit that is there. */
  attention: readonly AttentionList[];
}

/** An earlier published tree of one audience, read back from its files. */
export interface EarlierTree {
  edition: string;
  as_of: Day;
  /** The follow-up it is; null for an ordinary edition. */
  follow_up: string | null;
  plans: readonly JudgedPlan[];
  /** What its feed said, the latest first. */
  changes: readonly FeedEntry[];
  /** The editions before it, the latest first. */
  editions: readonly EditionEntry[];
  /** What it was made of. */
  manifest: Pick<Manifest, 'inputs' | 'hierarchies' | 'sources' | 'metrics' | 'complements'>;
  /** The sha256 of a file of it; null where it has none. */
  sha256(path: string): string | null;
  /** A metric's observations in that tree; null when it published none. */
  observations(metric: string): Promise<readonly Observation[] | null>;
  /** What each parent had of the metric's moved units in that tree; null when it published none. */
  parts(metric: string): Promise<readonly PartObservation[] | null>;
}

/** What was published before, for one audience. */
export interface Earlier {
  /** The edition before; null at the first. */
  before: EarlierTree | null;
  /** Follow-ups with an edition and an `as_of` before this one's, earliest first. */
  follow_ups: readonly EarlierTree[];
  /** Editions that are no more. */
  withdrawn: readonly Withdrawal[];
}

/** What `render` is given, for one audience. */
export interface RenderInput {
  project: Project;
  loaded: Loaded;
  modelled: Modelled;
  findings: readonly Finding[];
  cells: Protected;
  judged: Judged;
  earlier: Earlier;
  asOf: Day;
  /** The follow-up that is being built; null for an ordinary edition. */
  followUp: FollowUp | null;
  /** Whether reports are printed as PDF; `left-out` where they should have been. */
  pdf: 'made' | 'left-out' | 'off';
}

/** What Vite built for the browser. */
export interface BrowserBundle {
  /** The style sheet, which pages have inline. */
  css: string;
  /** Paths from a tree's root: the module that defines the elements, and the classic scripts that tell what is due and keep pages offline. */
  scripts: { drill: string; due: string; offline: string };
  /** How many bytes of code Utforska fetches when a reader starts it: as they lie, and as `serve` sends them. */
  explore: { bytes: number; packed: number };
  /** Every file that a tree needs, in path order. */
  files: readonly RenderedFile[];
}

/** One file of an edition's tree: its path in the tree (`public/data/goals.json` is `data/goals.json` of public), and bytes. */
export interface RenderedFile {
  path: string;
  bytes: Uint8Array;
  /** Compressed copies that are made already, by the endings of their names (contract/packed.ts); the others `publish` makes. */
  packed?: Readonly<Record<string, Uint8Array>>;
}

/** What one audience's tree of the edition before holds, and need not be made again where it would be made of the same. */
export interface MadeBefore {
  /** The file that is there as it was published, where the key says all that it was made of; else null. */
  find(path: string, key: string): Promise<SameFile | null>;
  /** The paths of a metric's series, by node; null where there are none. */
  series(metric: string): Readonly<Record<string, string>> | null;
  /** A metric's Arrow file; null where there is none. */
  explore(metric: string): ExploreFile | null;
}

/** A file that the edition before has, made of the same. */
export interface SameFile {
  path: string;
  /** How many bytes it had when it was made, before a page was stamped. */
  bytes: number;
}

/** What says all that a file was made of, and how many bytes it had then. */
export interface FileKey {
  key: string;
  bytes: number;
}

/** One audience's tree, all but its manifest and status. */
export interface TreeFiles {
  /** What was made. */
  files: readonly RenderedFile[];
  same: readonly SameFile[];
  /** By path; not of every file. */
  keys: Readonly<Record<string, FileKey>>;
}

/** A report's page, and where its PDF is to lie beside it. */
export interface PrintedReport {
  page: string;
  pdf: string;
  /** Where readers find the page, so that links lead on from the PDF; null where that is not known. */
  address: string | null;
}

/** A file of one audience's tree, made when it is asked for; null where there is none. Paths are the tree's. */
export type FindFile = (path: string) => Uint8Array | null;

/** A connection to the run's warehouse. All statements on it run in UTC. */
export type Warehouse = DuckDBConnection;
