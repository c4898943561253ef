import { termsOf, valuesOf, wholeValue, type Forecastable, type Part, type Terms } from './history.ts';
import { METHODS, predictor, type Method } from './methods.ts';

/** What is forecast: a period of `length` finest periods that ends `ahead` of them after the latest known. */
export interface Horizon {
  ahead: number;
  length: number;
  /** Finest periods in a year. */
  season: number;
}

/** How far one method was from an outcome, as if forecast on an earlier day. In units of the series' own scale. */
export interface Miss {
  /** The latest finest period that was known then, in finest periods since year 0. */
  origin: number;
  period: number;
  /** The finest periods ahead, one by one; null where there is nothing to divide by. */
  steps: readonly (number | null)[];
}

/** A forecast made now has errors like those of the latest years. */
const YEARS_BACK = 6;

/** How many finest periods must be known before an error can be scaled: four of a yearly series, a year and four months. */
export const leastKnown = (season: number): number => season + Math.max(3, Math.ceil(season / 3));

/**
 * A series' own scale: the mean absolute difference between a finest period and the same one a year before (the scale of
 * MASE; Hyndman & Koehler 2006). Null where there is none, or where nothing has ever changed.
 */
export function scaleOf(values: readonly number[], season: number): number | null {
  if (values.length < leastKnown(season)) return null;
  let sum = 0;
  for (let i = season; i < values.length; i++) sum += Math.abs(values[i]! - values[i - season]!);
  return sum === 0 ? null : sum / (values.length - season);
}

/**
 * Rolling origins (ibid. 5.10): for every earlier day of the latest years, each method's forecast from what was known
 * then against what came. The periods need not begin with the year: what counts is how much of one is known.
 * Methods that need two years have no forecast before them.
 */
export function backTest(metric: Forecastable, parts: readonly Part[], last: number, horizon: Horizon): Record<Method, Miss[]> {
  const { ahead, length, season } = horizon;
  const misses = Object.fromEntries(METHODS.map(method => [method, [] as Miss[]])) as Record<Method, Miss[]>;
  const values = parts.map(part => part.value);
  const terms = termsOf(parts);
  const between = (from: number, end: number): Terms => terms.map(term => term.slice(from, end));
  const first = Math.max(leastKnown(season), length - ahead, parts.length - ahead + 1 - YEARS_BACK * season);
  for (let known = first; known + ahead <= parts.length; known++) {
    const scale = scaleOf(values.slice(0, known), season);
    if (scale === null) continue;
    const from = known + ahead - length;
    const came = wholeValue(metric, between(from, known + ahead));
    if (came === null) continue;
    const seen = between(0, known);
    for (const method of METHODS) {
      if (method !== 'naive' && known < 2 * season) continue;
      const predicted = predict(metric, method, seen, horizon);
      const foretold = wholeValue(metric, wholePeriod(between(Math.min(from, known), known), predicted, length));
      if (foretold === null) continue;
      const steps = valuesOf(metric, predicted).map((value, i) => (value === null ? null : Math.abs(values[known + i]! - value) / scale));
      misses[method].push({ origin: last - (parts.length - known), period: Math.abs(came - foretold) / scale, steps });
    }
  }
  return misses;
}

/** What is known of a period of `length` finest periods, and then what is foretold. */
export const wholePeriod = (known: Terms, predicted: Terms, length: number): Terms =>
  predicted.map((term, i) => [...(known[i] ?? []), ...term.slice(-length)]);

/** The terms of the `ahead` finest periods after those `seen`. Numerator and denominator go on apart. */
export function predict(
  metric: Pick<Forecastable, 'over_time'>,
  method: Method,
  seen: Terms,
  { ahead, season }: Pick<Horizon, 'ahead' | 'season'>,
): Terms {
  const goOn = predictor(method, metric.over_time === 'last' && seen.length === 1);
  return seen.map(term => goOn(term, season, ahead));
}
