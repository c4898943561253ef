import type { MetricLife } from '../contract/life.ts';
import type { Desired } from '../contract/status.ts';
import type { Day, Grain, Window } from '../contract/period.ts';
import type { Indicator } from './plan.ts';
import type { AudienceName } from './project.ts';

/** One call of an allowed aggregate, in DuckDB's SQL. */
export interface Aggregate {
  function: 'sum' | 'count' | 'count-distinct' | 'avg' | 'min' | 'max' | 'median' | 'quantile';
  /** The argument; null for `count(*)`. */
  argument: string | null;
  /** For quantile: the fraction, 0 to 1. */
  fraction: number | null;
  /** The `filter (where …)` condition; null where there is none. */
  filter: string | null;
}

export type OverTime = 'sum' | 'last' | 'mean';

/** A derived metric's expression. Members choose a part's dimension, `*` its whole. */
export type Derivation =
  | { type: 'number'; value: number }
  | { type: 'operation'; operator: '+' | '-' | '*' | '/'; left: Derivation; right: Derivation }
  | { type: 'metric'; id: string; over_time: OverTime | null; members: Readonly<Record<string, string>> };

export type Measure =
  | { type: 'ratio'; numerator: Aggregate; denominator: Aggregate }
  | { type: 'aggregate'; aggregate: Aggregate }
  /** `flag`, `preliminary`: whether the body has a column of that name. */
  | { type: 'given'; value: string; flag: boolean; preliminary: boolean }
  | { type: 'derived'; expression: Derivation };

/** A declared change in what a metric measures, or in how the work is done. */
export interface Rebase {
  /** The first day of the first period after it. */
  from: Day;
  reason: string;
  /** True where figures from before are of something else: nothing is compared across it. */
  redefined: boolean;
  /** The cells it is about: those with these members. Empty: all. */
  members: Readonly<Record<string, string>>;
}

/** A target that a metric's own header sets, outside any plan, and who decided it. */
export interface OwnTarget {
  indicator: Indicator;
  decided: { by: string; date: Day };
}

/** One file of `sql/metrics`, decoded, defaults filled in. */
export interface MetricDeclaration {
  id: string;
  name: string;
  question: string;
  /** What it is used to decide; null where not said. */
  decision: string | null;
  /** Null where not said: it is in use. */
  life: MetricLife | null;
  owner: string;
  kolada: string | null;
  own_target: OwnTarget | null;
  /** The metric whose value at the same key is this one's margin of error, up and down; null where there is none. */
  margin: string | null;
  unit: string;
  decimals: number;
  desired: Desired;
  measure: Measure;
  /** Multiplies the value: 100 for percent. */
  per: number;
  over_time: OverTime;
  population: Aggregate | null;
  threshold: number;
  zero: 'show' | 'hide';
  /** Dimensions whose members are hidden together: where one sex is, the other too. */
  together: readonly string[];
  /** `internal: full`: the internal audience sees small numbers. */
  internal_full: boolean;
  /** The DATE column of the body; empty for derived metrics. */
  time: string;
  finest: Grain;
  /** Finest first. */
  grains: readonly Grain[];
  windows: readonly Window[];
  breakdowns: readonly (readonly string[])[];
  /** The dimensions, in the order the breakdowns first name them. */
  dimensions: readonly string[];
  /** `gaps: accept`: incomplete periods are settled. */
  accept_gaps: boolean;
  nulls_allowed: number;
  /** Declared changes, after which usual variation is computed anew; in time order. */
  rebase: readonly Rebase[];
  /** `covers: rows`: the rows themselves are the coverage. */
  covers_rows: boolean;
  /** Null: public if every source's class is among public's, else internal. */
  audience: AudienceName | null;
  /** The SQL after the header, on its own lines; empty for derived metrics. */
  body: string;
  /** The relations the body reads. */
  reads: readonly string[];
  /** The whole file, for the page that shows it. */
  text: string;
  file: string;
  sha256: string;
}

export type Severity = 'warn' | 'hold-metric' | 'hold-edition';

/** One file of `sql/checks`: a query that must give no rows. */
export interface Check {
  id: string;
  message: string;
  severity: Severity;
  holds: readonly string[];
  query: string;
  reads: readonly string[];
  file: string;
}
