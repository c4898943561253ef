import type { ForecastFact, NoForecast, Probability } from './forecast.ts';
import type { Flag, Mark } from './observation.ts';
import type { Day, Grain } from './period.ts';
import type { Basis, Reason, Status, Trend } from './status.ts';

export interface PublishedDecision {
  by: string;
  date: Day;
  paragraph: string;
  case: string | null;
  link: string | null;
}

/** What a role said, and when. It never overwrites a computed status. */
export interface Assessment {
  role: string;
  date: Day;
  /** `2026`, `2026-H1`, `2026-T2`, `2026-Q3`, `2026-08` or `2025/26`. */
  period: string;
  status: 'met' | 'partly' | 'not-met' | null;
  state: 'done' | 'ongoing' | 'not-done' | null;
  /** SEK, exact: a board's own year-end forecast against budget; of an activity, what it came to cost. Null where none was given. */
  amount: string | null;
  /** SEK, exact: of an activity, the benefit that came of it. */
  benefit?: string | null;
  text: string;
}

/** The columns that every judged goal and indicator carries. Null where it does not apply. */
export interface Verdict {
  plan: string;
  version: number;
  id: string;
  status: Status;
  rests_on: Basis | null;
  period_start: Day | null;
  period_end: Day | null;
  /** The outcome, unrounded. */
  value: number | null;
  /** For comparisons: own value over the compared periods, where it differs from the outcome's periods. */
  compared: number | null;
  /** What it is judged against: a limit, two of them as `98 100.1`, last year's value, or a group's. */
  against: number | string | null;
  /** Members of the group that have a value. */
  n: number | null;
  /** The compared finest periods, `2026-05 2026-06`. */
  months: string | null;
  reason: Reason | null;
}

export type PublishedTarget =
  | { type: 'at-most' | 'at-least'; limit: number | null; metric: string | null; partly: number | null }
  | { type: 'between'; low: number; high: number; partly: readonly [number, number] | null }
  | { type: 'better-than-last-year' }
  | { type: 'better-than-group'; group: string; group_name: string; than: 'median' | 'mean'; min_n: number }
  | { type: 'milestone' }
  /** Followed without a decided target. */
  | { type: 'none' };

/** The figure so far in a period that is not settled. */
export interface ToDate {
  through: Day;
  value: number | null;
  flag: Flag | null;
  marks: readonly Mark[];
}

/** The outcome to date against the same periods a year before, or the measurement before, both as printed. */
export interface TrendFact {
  direction: Trend;
  own: number;
  before: number;
  /** Difference as printed, in the metric's unit (percentage points for percent). */
  difference: number;
  period_start: Day;
  period_end: Day;
  /** How many years lie between: 1, or more for what is measured less often than every year. */
  years: number;
  /** True when the comparison leaves out periods that one of the years lacks. */
  reduced: boolean;
  /** True when the two years differ by no more than their margins of error together; false also where they are not known. */
  within_margin: boolean;
}

/** Own value beside a group's members, for the same period. */
export interface GroupFact {
  group: string;
  name: string;
  period_start: Day;
  own: number;
  /** Members that have a value, by value. */
  members: readonly { id: string; value: number }[];
  median: number;
  /** How many members the own value is strictly better than; null where no direction is desired. */
  better_than: number | null;
}

export interface JudgedIndicator extends Verdict {
  kind: 'indicator';
  name: string;
  /** Null for a milestone. */
  metric: string | null;
  members: Readonly<Record<string, string>>;
  place: string;
  measures: Grain | null;
  /** Years between measurements, 1 for what is measured at least once a year. */
  every: number;
  by: Day;
  target: PublishedTarget;
  weight: number;
  decided: PublishedDecision;
  to_date: ToDate | null;
  /** The computed forecast for the target's period; null where none can be made or none is needed. */
  forecast: number | null;
  /** The same forecast with its interval, and the months to come. */
  foretold: ForecastFact | null;
  /** Null where too few errors are known, and for targets against a group, whose own figure to come nobody knows. */
  probability: Probability | null;
  /** Why the period, which has not ended, has no forecast; null where it has one or needs none. */
  no_forecast: NoForecast | null;
  trend: TrendFact | null;
  comparison: GroupFact | null;
  sentence: string;
  assessments: readonly Assessment[];
  /** True when anything it rests on is invented. */
  example: boolean;
}

export interface PublishedActivity {
  id: string;
  name: string;
  responsible: string | null;
  by: Day | null;
  /** As written in the plan. */
  cost: string | null;
  /** SEK, exact. */
  cost_sek: string | null;
  /** What it is to give, in words. */
  benefit: string | null;
  /** SEK, exact. */
  benefit_sek: string | null;
  benefit_from: Day | null;
  /** SEK, exact: what it has come to give, as last reported. */
  realised_sek: string | null;
  state: 'done' | 'ongoing' | 'not-done' | null;
  /** True when its day has passed and it is not done. */
  late: boolean;
  reports: readonly Assessment[];
}

/** What a goal's own activities cost and give together: SEK, exact; null where none of them says. */
export interface ActivitySums {
  cost_sek: string | null;
  benefit_sek: string | null;
  realised_sek: string | null;
  /** How many of the activities have any of the three. */
  with_amount: number;
  activities: number;
}

export interface PublishedAssignment {
  id: string;
  name: string;
  to: string | null;
  by: Day | null;
  text: string | null;
  /** True when its day has passed without an answer that closes it. */
  late: boolean;
  answers: readonly Assessment[];
  /** Where it stands, in Swedish. */
  sentence: string;
}

export interface JudgedGoal extends Verdict {
  kind: 'goal';
  name: string;
  /** The node it belongs to, `*` for the whole municipality. */
  place: string;
  rule: 'all' | 'majority' | 'worst' | 'weighted' | 'assessed' | null;
  assessed_by: string | null;
  /** Weight that has a status / all weight, 0 to 1; null for assessed goals. */
  covered: number | null;
  /** The least that `covered` may be. */
  coverage: number;
  weight: number;
  sentence: string;
  indicators: readonly JudgedIndicator[];
  goals: readonly JudgedGoal[];
  activities: readonly PublishedActivity[];
  /** Null where none of them has an amount. */
  activity_sums: ActivitySums | null;
  assignments: readonly PublishedAssignment[];
  assessments: readonly Assessment[];
  example: boolean;
}

export interface JudgedPlan {
  plan: string;
  version: number;
  name: string;
  vision: string | null;
  adopted: PublishedDecision;
  in_force: { from: Day; to: Day | null };
  /** True when the plan's last day is before `as_of`. */
  ended: boolean;
  goals: readonly JudgedGoal[];
}

/** `data/goals.json`. */
export interface GoalsFile {
  plans: readonly JudgedPlan[];
}
