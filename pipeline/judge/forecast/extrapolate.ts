import type { ForecastMethod, Foretold } from '../../contract/forecast.ts';
import { exactSum } from '../exact-sum.ts';
import { predict, scaleOf, wholePeriod, type Horizon } from './back-test.ts';
import type { Errors } from './errors.ts';
import { termsOf, valuesOf, wholeValue, type Forecastable, type History, type Part } from './history.ts';

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
 * A series goes on. `known` are the finest periods of the target period that have come. Point: the method's
 * terms for the rest, put together with those by the metric's value rule. Interval: as far on either side as the errors
 * of earlier forecasts of its kind, in the series' own scale. Null where there is nothing to divide by.
 */
export function extrapolate(
  metric: Forecastable,
  history: History,
  known: readonly Pick<Part, 'terms'>[],
  horizon: Horizon,
  errors: Errors,
  bounds: Bounds,
): Extrapolation | null {
  const { parts } = history;
  const predicted = predict(metric, errors.method, termsOf(parts), horizon);
  const ahead = predicted.map(term => term.slice(-horizon.length));
  const value = wholeValue(metric, wholePeriod(termsOf(known), predicted, horizon.length), addExactly);
  if (value === null) return null;
  const scale = scaleOf(
    parts.map(part => part.value),
    horizon.season,
  );
  const within = (number: number) => Math.min(bounds.high, Math.max(bounds.low, number));
  const around = (point: number, error: number | null): Foretold => {
    if (scale === null || error === null) return { value: within(point), low: null, high: null };
    return { value: within(point), low: within(point - error * scale), high: within(point + error * scale) };
  };
  const spread = scale === null ? [] : errors.spread.map(error => error * scale);
  return {
    ...around(value, errors.period),
    method: errors.method,
    outcomes: spread.flatMap(error => [within(value - error), within(value + error)]),
    steps: valuesOf(metric, ahead).map((point, i, { length }) => (point === null ? null : around(point, errors.steps.at(i - length)!))),
  };
}

/** Binary sums of many amounts can end on the wrong side of a rounding limit. */
const addExactly = (values: readonly number[]): number => Number(exactSum(values.map(String)));
