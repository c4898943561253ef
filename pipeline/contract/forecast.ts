import type { Day } from './period.ts';

/** How the periods to come are foretold: as the same period of the latest year, or by what beat that in a back-test. */
export const FORECAST_METHODS = ['naive', 'half-drift', 'drift', 'average', 'smoothing'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** Why there is no forecast. */
export const NO_FORECASTS = [
  /** Nothing is settled. */
  'no-outcome',
  /** Less than two whole years, or five of a yearly metric. */
  'too-short',
  /** A period in them is missing, hidden or not settled. */
  'hole',
  /** A median, a distinct count, a given or derived figure: what has come and what is foretold cannot be put together. */
  'not-additive',
  /** The unit, or one under it, moved: earlier periods are about another organisation. */
  'changed-organisation',
  /** The unit is not there through the period. */
  'closed',
  /** The year's outcome is settled. */
  'settled',
  /** All that could be divided by is zero. */
  'not-applicable',
] as const;
export type NoForecast = (typeof NO_FORECASTS)[number];

/** Unrounded. The interval holds the outcome with probability `level` %; null where too few errors are known to say. */
export interface Foretold {
  value: number;
  low: number | null;
  high: number | null;
}

/** A computed forecast of a period that has not ended. */
export interface ForecastFact extends Foretold {
  period_start: Day;
  period_end: Day;
  /** Last day of what is known. */
  through: Day;
  level: 80;
  method: ForecastMethod;
  /** The finest periods to come, in time order. */
  points: readonly (Foretold & { period_start: Day })[];
}

/** How probable it is that the outcome reaches a target, 0 to 1, by the errors of earlier forecasts. It never changes a status. */
export interface Probability {
  met: number;
  /** The same as `met` where the target has no limit for partly. */
  at_least_partly: number;
}
