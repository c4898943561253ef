import type { Withdrawal } from './editions.ts';
import type { ExploreFile } from './explore.ts';
import type { MetricLife } from './life.ts';
import type { Day } from './period.ts';
import type { Desired } from './status.ts';

/** A node of a tree, with the days its place is valid, both inclusive; null is open. A root has no parent. */
export interface HierarchyNode {
  id: string;
  parent: string | null;
  level: string;
  name: string;
  valid_from: Day | null;
  valid_to: Day | null;
}

export interface ManifestDelivery {
  name: string;
  received: Day;
  sequence: number;
  sha256: string;
  records: number;
  loaded: number;
  rejected: number;
  ignored: number;
  superseded: number;
}

export interface ManifestSource {
  id: string;
  name: string;
  synthetic: boolean;
  /** The last day that is covered; null when nothing is, or the source declares no coverage. */
  last_covered: Day | null;
  late: boolean;
  deliveries: readonly ManifestDelivery[];
}

export interface ManifestMetric {
  id: string;
  name: string;
  unit: string;
  desired: Desired;
  decimals: number;
  life: MetricLife | null;
  /** The metric's file, as text. */
  sql: string;
  sha256: string;
  /** The pages' compact JSON, by node (`*` for the whole): paths relative to the tree. */
  json: Readonly<Record<string, string>>;
  /** Its Arrow file for Utforska, relative to the tree; editions that an older Målbild published have none. */
  explore?: ExploreFile;
}

/** What decides an edition's id, hashed as canonical JSON. */
export interface EditionInputs {
  deliveries: readonly { source: string; name: string; received: Day; sequence: number; sha256: string }[];
  refused: readonly { source: string; name: string; sha256: string | null }[];
  project: readonly { path: string; sha256: string }[];
  /** sha256 of the sources of `pipeline/` and `dashboards/`. */
  engine: string;
  versions: { node: string; icu: string; lockfile: string };
  /** True where reports have a PDF beside them: `malbild.yaml` asks for it, and a browser could. */
  pdf: boolean;
  as_of: Day;
  previous: string | null;
  follow_ups: readonly { id: string; edition: string }[];
  /** Editions that were withdrawn before, which later ones tell of; none in a follow-up's. */
  withdrawn: readonly Withdrawal[];
}

/** `data/manifest.json`. */
export interface Manifest {
  edition: string;
  previous: string | null;
  /** The follow-up this tree is; null for an ordinary edition. */
  follow_up: string | null;
  audience: 'public' | 'internal';
  /** Whether more was hidden beside small cells; editions that an older Målbild published do not say. */
  complements?: boolean;
  as_of: Day;
  inputs: EditionInputs;
  plans: readonly { plan: string; version: number }[];
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>;
  sources: readonly ManifestSource[];
  metrics: readonly ManifestMetric[];
  /** Every file of the tree but this one, and what is outside the edition. */
  files: readonly { path: string; sha256: string; bytes: number }[];
}

/** `status.json`: the only file that says when something is due. */
export interface StatusFile {
  edition: string;
  running: boolean;
  failures: readonly { run: string; step: string; message: string }[];
  late: readonly { source: string; due: Day; last: Day | null }[];
  /** When the next edition is due, as an instant in UTC (`2026-11-22T11:30:00Z`); null when nothing is. */
  due: string | null;
}
