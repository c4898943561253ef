import type { Day, Grain } from '../contract/period.ts';
import type { Contact, OpenData, SiteEvent } from '../contract/site.ts';
import type { Geography, GeographyDeclaration } from './geography.ts';
import type { Check, MetricDeclaration } from './metric.ts';
import type { PlanVersion } from './plan.ts';
import type { Problem } from './problem.ts';
import type { SourceDeclaration } from './source.ts';

export type SourceClass = 'open' | 'internal' | 'personal';
export type AudienceName = 'public' | 'internal';

/** A dimension with a tree (`hierarchy`), or a flat one with `members`. */
export interface Dimension {
  id: string;
  name: string;
  /** The mart that holds the tree, as `marts.organisation`; null for a flat dimension. */
  hierarchy: string | null;
  /** The tree's levels, outermost first: id to name. */
  levels: Readonly<Record<string, string>>;
  /** A flat dimension's members: id to name; empty where the data decide. */
  members: Readonly<Record<string, string>>;
  /** False where members do not add up (`whole: none`), such as municipalities. */
  addsUp: boolean;
  /** The default member of a dimension without a whole. */
  own: string | null;
}

export interface Group {
  id: string;
  name: string;
  /** First year the membership is for; null when not said. */
  from: number | null;
  members: readonly string[];
  /** The least of the members that the best covered period has, 0 to 1, that a period is compared with. */
  coverage: number;
}

/** The decision by which a body approved a follow-up. */
export interface Approval {
  by: string;
  date: Day;
  paragraph: string;
}

export interface FollowUp {
  id: string;
  name: string;
  through: Day;
  /** Its data cut-off. */
  as_of: Day;
  approval: Approval | null;
}

export interface UnitOfMeasure {
  id: string;
  name: string;
  decimals: number;
}

/** `malbild.yaml`, decoded. */
export interface Municipality {
  name: string;
  code: string;
  /** Pinned date (a demonstration's); null where the clock decides. */
  as_of: Day | null;
  time_zone: string;
  /** The calendar's grains, finest first. */
  grains: readonly Grain[];
  /** The dimension that plans, boards and readers belong to; null where there is none. */
  place: string | null;
  dimensions: readonly Dimension[];
  groups: readonly Group[];
  geographies: readonly GeographyDeclaration[];
  units_of_measure: readonly UnitOfMeasure[];
  /** By `as_of`, earliest first. */
  follow_ups: readonly FollowUp[];
  /** By date, earliest first. */
  events: readonly SiteEvent[];
  audiences: Readonly<Record<AudienceName, { classes: readonly SourceClass[] }>>;
  schedule: { cron: string; grace_hours: number } | null;
  contact: Contact | null;
  open_data: OpenData | null;
  /** What reports show, and whether they are printed too. `boards`: by board, what it has chosen instead. */
  reports: { pdf: boolean; metrics: readonly string[] | null; boards: Readonly<Record<string, readonly string[]>> };
  /** True where cells are hidden beside small ones, so that these do not follow from sums; the edition is then audited too. */
  complements: boolean;
  /** What comes of an edition in which the audit finds that hidden numbers follow from what is shown. */
  audit: 'warn' | 'hold';
  /** How long editions are kept, by their `as_of`; null for ever. Follow-ups' are always. */
  retention_months: number | null;
}

/** One `.sql` file of `sql/staging` or `sql/marts`. */
export interface SqlFile {
  /** Schema-qualified, `staging.absence`. */
  id: string;
  /** Relative to the project. */
  file: string;
  text: string;
  /** The relations it reads, read from the SQL's own parse. */
  reads: readonly string[];
  /** What it gives, with DuckDB's types. */
  columns: readonly { name: string; type: string }[];
  /** False where the mart declares `lineage: extract` in a comment, and carries no `_row`. */
  carriesRow: boolean;
}

export interface ProjectFile {
  /** Relative to the project, with `/`. */
  path: string;
  sha256: string;
}

/** What `read` found: everything that decodes, and every problem of what does not. */
export interface Project {
  root: string;
  municipality: Municipality;
  sources: readonly SourceDeclaration[];
  staging: readonly SqlFile[];
  /** In an order in which each reads only earlier ones. */
  marts: readonly SqlFile[];
  metrics: readonly MetricDeclaration[];
  checks: readonly Check[];
  /** Every version of every plan. */
  plans: readonly PlanVersion[];
  /** The boundary files that could be read. */
  geographies: readonly Geography[];
  /** Nodes of the place's tree that events name, and where: its data say whether there are such. */
  eventPlaces: readonly { place: string; file: string; line: number }[];
  /** Every file that was read, in path order. */
  files: readonly ProjectFile[];
  problems: readonly Problem[];
  /** What is worth a second look and takes nothing out. */
  warnings: readonly Problem[];
}
