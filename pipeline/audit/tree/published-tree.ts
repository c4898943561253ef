import type { ExploreFile } from '../../contract/explore.ts';
import type { HierarchyNode } from '../../contract/manifest.ts';
import type { Day, Grain, Window } from '../../contract/period.ts';
import type { RowKey } from '../system/figure.ts';
import type { MetricMeasures } from './measured-by.ts';

/** A row of `data/observations` or `data/parts`, as text. */
export interface PublishedRow extends RowKey {
  grain: Grain;
  window: Window;
  period_start: Day;
  members: readonly string[];
  /** The part that one parent had; null for a whole row. */
  parent: string | null;
  value: string;
  numerator: string;
  denominator: string;
  population: string;
  flag: string;
  held: boolean;
}

export interface PublishedMetric {
  id: string;
  measures: MetricMeasures;
  json: Readonly<Record<string, string>>;
  explore: ExploreFile | null;
  dimensions: readonly string[];
  /** Those whose members are not parts of a whole. */
  apart: ReadonlySet<string>;
  /** None are read of a metric that hides nothing and has no part in what another hides. */
  rows: readonly PublishedRow[];
  parts: readonly PublishedRow[];
}

/** One audience's tree, read back from disk. */
export interface PublishedTree {
  folder: string;
  edition: string;
  previous: string | null;
  audience: string;
  as_of: Day;
  hierarchies: Readonly<Record<string, readonly HierarchyNode[]>>;
  metrics: readonly PublishedMetric[];
  /** How many rows there are, read or not. */
  rows: number;
}
