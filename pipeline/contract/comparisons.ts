import type { Day } from './period.ts';
import type { Trend } from './status.ts';

/** A figure against an earlier one, both as printed. */
export interface AgainstEarlier {
  /** The period that is compared; of an outcome to date, from its first month. */
  period_start: Day;
  period_end: Day;
  /** The period it is compared with. */
  before_start: Day;
  before_end: Day;
  own: number;
  before: number;
  /** In the metric's unit; percent differ in percentage points. */
  difference: number;
  direction: Trend;
  /** A count or sum over periods that are not equally long (28 days and 31, a leap year), per day; else null. */
  per_day: { own: number; before: number } | null;
}

/** A figure against the one that was known when a plan began. */
export interface SincePlan extends AgainstEarlier {
  plan: string;
  name: string;
}

/** A part of the municipality beside all of it, for the same period. */
export interface BesideWhole {
  period_start: Day;
  period_end: Day;
  own: number;
  whole: number;
  /** For levels, as printed; null for counts and sums, of which a part is always less. */
  difference: number | null;
  /** For sums and counts that add up: own / whole, 0 to 1; null for levels, and where there is nothing to divide by. */
  share: number | null;
}

/** Own value among a group's members, for the newest period that enough of them have. */
export interface GroupStanding {
  group: string;
  name: string;
  period_start: Day;
  period_end: Day;
  own: number;
  /** Members that have a value; the municipality is one only if it is listed. */
  n: number;
  /** Unweighted: every municipality counts as one. */
  mean: number;
  /** Quartiles by linear interpolation, Hyndman and Fan's type 7. */
  lower_quartile: number;
  median: number;
  upper_quartile: number;
  /** Own place among the members and itself, as printed: 1 is best in the desired direction, equals share the best place. Null where no direction is desired. */
  rank: number | null;
  /** How many are ranked: the members and, where it is not one, the municipality. */
  ranked: number;
}

/** A group's figures in one period, and the own figure among them, as printed. */
export interface GroupPeriod {
  period_start: Day;
  period_end: Day;
  /** Null where it is missing, hidden or not settled. */
  own: number | null;
  /** Members that have a value; the municipality is one only if it is listed. */
  n: number;
  /** Null where too few members have a value: then there is no rank either. */
  spread: { lower_quartile: number; median: number; upper_quartile: number } | null;
  /** Null too without an own value, and where no direction is desired. Equals share the best place. */
  standing: { rank: number; ranked: number; better_than: number; equals: number } | null;
}

/** The own member's figure among a group's, through time. */
export interface GroupHistory {
  /** Null for all members that the metric has. */
  group: string | null;
  name: string | null;
  members: readonly string[];
  /** Finest periods that have ended, in time order; where it is all members, those alone that enough of them have a value for. */
  periods: readonly GroupPeriod[];
  /** The period that the comparison is about: that of the group's standing. */
  latest: Day;
}

/** What one cell's figure is beside. Null or empty where there is nothing to compare, or a side is hidden from the audience. */
export interface Beside {
  /** The latest settled finest period against the one just before. */
  previous: AgainstEarlier | null;
  /** The figure so far this year (or the latest settled year) against the same periods a year before. */
  last_year: AgainstEarlier | null;
  /** For each running plan with an indicator about the cell: the latest settled finest period against the last before the plan began. */
  since_plan: readonly SincePlan[];
  /** Null for the whole itself. */
  whole: BesideWhole | null;
  groups: readonly GroupStanding[];
}
