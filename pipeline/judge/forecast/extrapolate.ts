import type { ForecastMethod, Foretold } from '../../contract/forecast.ts';
import { exactSum } from '../exact-sum.ts';
import { predict, scaleOf, type Horizon } from './back-test.ts';
import { errorQuantile, errorSpread } from './error-quantile.ts';
import type { Errors } from './errors.ts';
import { wholeValue, type Forecastable, type History } from './history.ts';

export interface Extrapolation extends Foretold {
  method: ForecastMethod;
  /** Outcomes that are as likely as each other, from past errors; empty where too few are known. */
  outcomes: readonly number[];
  /** The finest periods of the target period that have not come; null where there is nothing to divide by. */
  steps: readonly (Foretold | null)[];
}

/** How much a series' metric can be at least and at most, as far as is known. */
export interface Bounds {
  low: number;
  high: number;
}

/**
 * A series goes on. `known` are the terms of the finest periods of the target period that have come. Point: the method's
 * terms for the rest, put together with those by the metric's value rule. Interval: as far on either side as the errors
 * of earlier forecasts of its kind, in the series' own scale. Null where there is nothing to divide by.
 */
export function extrapolate(
  metric: Forecastable,
  history: History,
  known: readonly (readonly number[])[],
  horizon: Horizon,
  errors: Errors,
  bounds: Bounds,
): Extrapolation | null {
  const { parts } = history;
  const terms = parts[0]!.terms.map((_, term) => parts.map(part => part.terms[term]!));
  const predicted = predict(metric, errors.method, terms, parts.length, horizon);
  const ahead = predicted.slice(Math.max(0, horizon.ahead - horizon.length));
  const value = wholeValue(metric, [...known, ...ahead], addExactly);
  if (value === null) return null;
  const scale = scaleOf(
    parts.map(part => part.value),
    horizon.season,
  );
  const within = (number: number) => Math.min(bounds.high, Math.max(bounds.low, number));
  const around = (point: number, misses: readonly number[], steps: number): Foretold => {
    const quantile = errorQuantile(misses, steps);
    if (scale === null || quantile === null) return { value: within(point), low: null, high: null };
    return { value: within(point), low: within(point - quantile * scale), high: within(point + quantile * scale) };
  };
  const foretold = around(value, errors.period, Math.min(horizon.ahead, horizon.length));
  const spread = foretold.low === null ? [] : errorSpread(errors.period).map(error => error * scale!);
  return {
    ...foretold,
    method: errors.method,
    outcomes: spread.flatMap(error => [within(value - error), within(value + error)]),
    steps: ahead.map((step, i) => {
      const point = wholeValue(metric, [step]);
      const at = horizon.ahead - ahead.length + i;
      return point === null ? null : around(point, errors.steps[at]!, at + 1);
    }),
  };
}

/** Binary sums of many amounts can end on the wrong side of a rounding limit. */
const addExactly = (values: readonly number[]): number => Number(exactSum(values.map(String)));
