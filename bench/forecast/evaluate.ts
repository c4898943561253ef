import { boundsOf } from '../../pipeline/judge/forecast/bounds.ts';
import { extrapolate } from '../../pipeline/judge/forecast/extrapolate.ts';
import { pooledErrors } from '../../pipeline/judge/forecast/errors.ts';
import { leastParts, wholeValue, type Forecastable, type History } from '../../pipeline/judge/forecast/history.ts';
import { predict, wholePeriod } from '../../pipeline/judge/forecast/back-test.ts';

/** A real series without a hole: its values, and how many finest periods since year 0 the first one began. */
export interface RealSeries {
  first: number;
  values: readonly number[];
}

/** A forecast that was made from what was known on an earlier day, beside what came. */
export interface Trial {
  /** Finest periods that were yet to come. */
  ahead: number;
  outcome: number;
  value: number;
  naive: number;
  low: number | null;
  high: number | null;
  method: string;
}

/**
 * Goes through the days on which the series grew, and forecasts the year that then lay ahead (or was under way) from what
 * was known that day of any of them. `season`: finest periods in a year.
 */
export function evaluate(metric: Forecastable, all: readonly RealSeries[], season: number): Trial[] {
  const trials: Trial[] = [];
  const begin = Math.min(...all.map(series => series.first));
  const end = Math.max(...all.map(series => series.first + series.values.length));
  for (let now = begin; now < end; now++) {
    const [from, ahead] = [now - (now % season), season - (now % season)];
    const known = all.map(series => knownBefore(series, now, season));
    if (known.every(history => history === null)) continue;
    const horizon = { ahead, length: season, season };
    const errors = pooledErrors(
      metric,
      known.filter(history => history !== null),
      horizon,
    );
    for (const [i, history] of known.entries()) {
      const { first, values } = all[i]!;
      if (history === null || first + values.length < from + season) continue;
      const between = (start: number, until: number) => values.slice(start - first, until - first);
      const soFar = between(from, now);
      const found = extrapolate(
        metric,
        history,
        soFar.map(value => ({ terms: [value] })),
        horizon,
        errors,
        boundsOf(metric, history),
      );
      const naive = predict(metric, 'naive', [values.slice(0, now - first)], horizon);
      const outcome = wholeValue(metric, [between(from, from + season)])!;
      const { value, low, high, method } = found!;
      trials.push({ ahead, outcome, value, naive: wholeValue(metric, wholePeriod([soFar], naive, season))!, low, high, method });
    }
  }
  return trials;
}

/** A series as it was known before a period, when that was the next one; null where it was too short, or had already ended. */
function knownBefore({ first, values }: RealSeries, now: number, season: number): History | null {
  const count = now - first;
  if (count < leastParts(season) || count > values.length) return null;
  const parts = values.slice(0, count).map(value => ({ value, terms: [value] }));
  return { last: (now - 1) * (12 / season), parts };
}

export interface Result {
  trials: number;
  /** Share of outcomes within the interval, of those that have one. */
  covered: number;
  /** Mean absolute error as a share of the naive forecast's. */
  error: number;
  /** Mean width of the interval in naive errors. */
  width: number;
}

export function summarise(trials: readonly Trial[]): Result {
  const told = trials.filter(trial => trial.low !== null);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const naive = mean(trials.map(({ outcome, naive }) => Math.abs(outcome - naive)));
  return {
    trials: told.length,
    covered: mean(told.map(({ outcome, low, high }) => (outcome >= low! - ROUNDING && outcome <= high! + ROUNDING ? 1 : 0))),
    error: mean(trials.map(({ outcome, value }) => Math.abs(outcome - value))) / naive,
    width: mean(told.map(({ low, high }) => high! - low!)) / naive,
  };
}

/** Binary arithmetic: an outcome exactly on the limit is within it. */
const ROUNDING = 1e-9;
