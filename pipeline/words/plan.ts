import type { Day, Grain } from '../contract/period.ts';

/** A number, or another metric's value for the same key. */
export type Limit = { type: 'number'; value: number } | { type: 'metric'; id: string };

export type Target =
  | { type: 'at-most'; limit: Limit; partly: number | null }
  | { type: 'at-least'; limit: Limit; partly: number | null }
  | { type: 'between'; low: number; high: number; partly: readonly [number, number] | null }
  | { type: 'better-than-last-year' }
  | { type: 'better-than-group'; group: string; than: 'median' | 'mean'; min_n: number }
  | { type: 'milestone' }
  /** Followed without a decided target: figures, and no status that anything counts. */
  | { type: 'none' };

/** A metric with a target in a plan, or a milestone, which has no metric. */
export interface Indicator {
  id: string;
  name: string | null;
  metric: string | null;
  /** Named dimensions' members; the rest are the goal's place, a dimension's own member, or `*`. */
  members: Readonly<Record<string, string>>;
  /** The grain of the period the target is about; null for a milestone. */
  measures: Grain | null;
  lag: number;
  max_age: number;
  /** Years between measurements: 2 for a survey that is made every second year. */
  every: number;
  by: Day;
  target: Target;
  /** A milestone's status when its day has passed undone. */
  late: 'partly' | 'not-met';
  weight: number;
}

export interface Activity {
  id: string;
  name: string;
  responsible: string | null;
  by: Day | null;
  /** As written: `250000 sek`. */
  cost: string | null;
  /** SEK, exact. */
  cost_sek: string | null;
  /** What it is to give, in words. */
  benefit: string | null;
  /** SEK, exact. */
  benefit_sek: string | null;
  /** The day that the benefit comes from. */
  benefit_from: Day | null;
}

export interface Assignment {
  id: string;
  name: string;
  to: string | null;
  by: Day | null;
  text: string | null;
}

export type GoalRule = 'all' | 'majority' | 'worst' | 'weighted' | 'assessed';

export interface Goal {
  id: string;
  name: string;
  /** The node the goal belongs to; null for the whole municipality. */
  place: string | null;
  /** Null only where the goal has no parts. */
  rule: GoalRule | null;
  /** The role whose assessment counts, for rule `assessed`. */
  assessed_by: string | null;
  cadence: Grain | null;
  /** Share of weight that must have a status, 0 to 1. */
  coverage: number;
  counts: 'indicators' | 'goals' | 'both';
  limits: { met: number; partly: number };
  weight: number;
  indicators: readonly Indicator[];
  goals: readonly Goal[];
  activities: readonly Activity[];
  assignments: readonly Assignment[];
}

/** The decision that adopted a plan version. */
export interface Decision {
  by: string;
  date: Day;
  paragraph: string;
  case: string | null;
  link: string | null;
}

/** The plan and version that a text declares where it has no problems, and every problem where it has, by its path in the plan. */
export interface CheckedPlan {
  plan: string;
  version: number;
  problems: readonly { path: readonly PropertyKey[]; found: string; allowed: string }[];
}

/** One version as it stands: a revision has been applied to the version it amends. */
export interface PlanVersion {
  plan: string;
  version: number;
  name: string;
  adopted: Decision;
  in_force: { from: Day; to: Day | null };
  vision: string | null;
  goals: readonly Goal[];
  /** The ids this version changed, added or removed; empty for the first. */
  changed: readonly string[];
  /** What decided each indicator's target as it stands: its version's decision, by indicator id. */
  decided: Readonly<Record<string, Decision>>;
  file: string;
}
