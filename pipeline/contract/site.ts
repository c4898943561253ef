import type { ExploreFile } from './explore.ts';
import type { MetricFacts } from './facts.ts';
import type { SiteGeography } from './geography.ts';
import type { JudgedIndicator, JudgedPlan } from './goals.ts';
import type { CellJudgement } from './judgements.ts';
import type { MetricLife } from './life.ts';
import type { HierarchyNode } from './manifest.ts';
import type { EditionEntry, Withdrawal } from './editions.ts';
import type { FeedEntry } from './feed.ts';
import type { Comparison, Observation, PartObservation, Revision, RevisionCause } from './observation.ts';
import type { Day, Grain, Window } from './period.ts';
import type { AttentionList } from './signals.ts';
import type { Basis, Desired, Status } from './status.ts';

/** Everything the pages of one audience's tree are made from. Nothing else reaches `dashboards/`. */
export interface Site {
  municipality: { name: string; code: string; contact: Contact | null; open_data: OpenData | null; complements: boolean };
  audience: 'public' | 'internal';
  as_of: Day;
  /** True where `as_of` is pinned: pages say *demonstration, uppgifter per DATE* and nothing is ever due. */
  demonstration: boolean;
  /** The follow-up this tree is; null for an ordinary edition. Its approval comes later, and changes nothing here. */
  follow_up: Pick<SiteFollowUp, 'id' | 'name' | 'through' | 'as_of'> | null;
  /** Follow-ups that this tree lists, latest first; their own pages are under `uppfoljning/<id>/`. */
  follow_ups: readonly SiteFollowUp[];
  /** The plans in the order they are shown: in force first, then ended ones, latest first. */
  plans: readonly JudgedPlan[];
  /** The dimension that plans and boards belong to; null where there is none. */
  place: string | null;
  dimensions: readonly SiteDimension[];
  /** By date, earliest first. */
  events: readonly SiteEvent[];
  /** The dimensions whose members can be put on a map. */
  geographies: readonly SiteGeography[];
  reports: SiteReports;
  /** True where a metric is compared with groups. */
  compares: boolean;
  metrics: readonly SiteMetric[];
  sources: readonly SiteSource[];
  findings: readonly SiteFinding[];
  /** What stands out, for the whole, for each node that has children, and for each unit that is there. */
  attention: readonly AttentionList[];
  /** The editions before this one, the latest first, and what their feed said, the latest first. */
  editions: readonly EditionEntry[];
  history: readonly FeedEntry[];
  withdrawn: readonly Withdrawal[];
  /** What changed since the last follow-up and since the edition before; empty lists where there is none. */
  changes: { since_follow_up: SiteFollowUp | null; follow_up: readonly Change[]; since_edition: Day | null; edition: readonly Change[] };
}

/** What a report is besides a page. */
export type ReportFormat = 'pdf' | 'xlsx';

/** What the reports of the whole and of boards show, and which files lie beside their pages. */
export interface SiteReports {
  /** Ids of the metrics that reports have a table of; null for those that the plans rest on. */
  metrics: readonly string[] | null;
  /** By board: what it has chosen instead. */
  boards: Readonly<Record<string, readonly string[]>>;
  formats: readonly ReportFormat[];
  /** Formats that were asked for, and could not be made where the edition was. */
  left_out: readonly ReportFormat[];
}

/** Where a reader turns with what is hard to read or use; at least one way. Null where that one is not stated. */
export interface Contact {
  email: string | null;
  phone: string | null;
  url: string | null;
}

/** Under what licence the public tree is open, by its SPDX id. */
export const LICENSE_IDS = ['CC0-1.0', 'CC-BY-4.0'] as const;
export type License = (typeof LICENSE_IDS)[number];

/** What makes the public tree a catalogue that others can harvest. */
export interface OpenData {
  /** Where the public tree is served; ends with `/`. */
  address: string;
  license: License;
  /** The EU's code for the subject, as GOVE. */
  theme: string;
  /** The address that dataportal.se knows the publisher by; null where none is stated. */
  publisher: string | null;
}

/** Something dated that readers of charts must know, as a new organisation. */
export interface SiteEvent {
  date: Day;
  /** The last day, where it went on; null for a single day. */
  until: Day | null;
  name: string;
  /** Ids of the metrics it concerns; null for all. */
  metrics: readonly string[] | null;
  /** The node it concerns, with all under it; null for everywhere. */
  place: string | null;
}

/** All that could have moved the figure since it was reported; none where it is nothing of that. */
export interface SiteRevision extends Revision {
  causes: readonly RevisionCause[];
}

/** What a follow-up said of a metric at a place: the year to date through its last day, else its latest settled figure then. */
export interface SiteReported {
  /** Id of the follow-up. */
  follow_up: string;
  place: string;
  then: Observation;
  /** What can have moved it, where it was settled and is revised; null where it is not. */
  causes: readonly RevisionCause[] | null;
  /** The page about it in the follow-up's own tree, from this tree's root; null where it has none. */
  page: string | null;
}

export interface SiteFollowUp {
  id: string;
  /** The id of its edition. */
  edition: string;
  name: string;
  through: Day;
  as_of: Day;
  approval: { by: string; date: Day; paragraph: string } | null;
  /** Each goal's status then, by `<plan>/<goal>`, and each indicator's, by `<plan>/<indicator>`. */
  goals: Readonly<Record<string, Standing>>;
  indicators: Readonly<Record<string, Standing>>;
}

export interface SiteDimension {
  id: string;
  name: string;
  /** Level ids to names, outermost first; empty for a flat dimension. */
  levels: Readonly<Record<string, string>>;
  /** Nodes of a tree; empty for a flat dimension. */
  nodes: readonly HierarchyNode[];
  /** Member ids to names, for a flat dimension. */
  members: Readonly<Record<string, string>>;
  addsUp: boolean;
  own: string | null;
}

export interface SiteMetric {
  id: string;
  name: string;
  question: string;
  decision: string | null;
  life: MetricLife | null;
  owner: string;
  kolada: string | null;
  /** As readers see it: `%`, `kr`, `dagar`, `årsarbetare`; empty for counts and ratios. */
  unit: string;
  /** The declared unit's id: `percent`, `sek`, `days`, … */
  unit_id: string;
  decimals: number;
  desired: Desired;
  /** The metric's file, header and SQL, as text. */
  sql: string;
  /** True for counts and sums: they tell large from small, so neither a ranking nor a map is made of them. */
  grows: boolean;
  measure: 'ratio' | 'sum' | 'count' | 'average' | 'median' | 'other' | 'given' | 'derived';
  threshold: number | null;
  finest: Grain;
  grains: readonly Grain[];
  windows: readonly Window[];
  dimensions: readonly string[];
  /** Which sets of dimensions have rows. */
  breakdowns: readonly (readonly string[])[];
  /** Source ids. */
  sources: readonly string[];
  /** True when a source it rests on is invented. */
  example: boolean;
  observations: readonly Observation[];
  parts: readonly PartObservation[];
  comparisons: readonly Comparison[];
  /** What was reported of figures that are revised, in follow-ups that this tree lists. */
  revisions: readonly SiteRevision[];
  /** What those follow-ups reported of each place, as they were read then. */
  reported: readonly SiteReported[];
  /** The target that the metric sets for itself, outside any plan; null where there is none. */
  own_target: JudgedIndicator | null;
  /** One for the whole and one for each node that has rows. */
  facts: readonly MetricFacts[];
  /** What is said of each judged cell; made when it is first asked for. */
  judgements(): readonly CellJudgement[];
  /** The pages' compact JSON by node, paths relative to the tree's root. */
  json: Readonly<Record<string, string>>;
  /** Its Arrow file for Utforska; made when it is first asked for. */
  explore(): ExploreFile;
}

export interface SiteSource {
  id: string;
  name: string;
  owner: string;
  synthetic: boolean;
  kind: string;
  /** The business system and what it holds, as the source says; null where it does not. */
  system: string | null;
  information: string | null;
  /** `open`, `internal` or `personal`. */
  class: string;
  /** KLASSA's levels, 1 to 4; null where they are not said. */
  klassa: { confidentiality: number; integrity: number; availability: number } | null;
  /** True where it holds values of Kolada as they are published, whose terms say how they are cited. */
  kolada: boolean;
  /** How it is reached: `files`, or the connector's type. Never an address. */
  access: string;
  /** How often it comes, and how many days after each period at most; null where nothing is promised. */
  cadence: { every: string; due_days: number } | null;
  last_covered: Day | null;
  /** When the next delivery was or is due; null where no cadence is declared. */
  due: Day | null;
  late: boolean;
  broken: boolean;
  records: number;
  loaded: number;
  rejected: number;
  ignored: number;
  superseded: number;
  /** Latest first. */
  deliveries: readonly {
    name: string;
    received: Day;
    sha256: string;
    /** The period that its name says it is about; null where it may hold rows of any. */
    about: string | null;
    /** False where nothing of it counts: later deliveries have taken its place, or it cannot be read. */
    counts: boolean;
    records: number;
    loaded: number;
    rejected: number;
    ignored: number;
    superseded: number;
  }[];
  /** Rejected rows by rule; internally by file, line and column too. */
  rejects: readonly { rule: string; count: number; file: string | null; line: number | null; column: string | null }[];
}

export interface SiteFinding {
  code: string;
  severity: 'warn' | 'hold-metric' | 'hold-edition';
  sources: readonly string[];
  metrics: readonly string[];
  /** Null in the public tree. */
  file: string | null;
  line: number | null;
  /** In Swedish, from the catalogue or the check's own message. */
  text: string;
}

/** Something that differs from an earlier tree. */
export type Change =
  | { type: 'status'; kind: 'goal' | 'indicator'; plan: string; id: string; name: string; from: Standing; to: Standing; sentence: string }
  | { type: 'target'; plan: string; id: string; name: string; from: string; to: string; decision: string }
  | { type: 'revised'; metric: string; name: string; place: string; period: string; from: string; to: string };

export interface Standing {
  status: Status;
  rests_on: Basis | null;
}
