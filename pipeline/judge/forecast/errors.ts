import { backTest, type Horizon, type Miss } from './back-test.ts';
import { chooseMethod } from './choose-method.ts';
import type { Forecastable, History } from './history.ts';
import type { Method } from './methods.ts';

/** How far the chosen method has been from what came, over the series that may be compared, in each series' own scale, the smallest first. */
export interface Errors {
  method: Method;
  period: readonly number[];
  /** For each finest period ahead, the nearest first. */
  steps: readonly (readonly number[])[];
}

/**
 * Back-tests a set of series together. One series alone is mostly too short to say which method is best or how far a
 * forecast may be from the outcome; many units of one metric tell both.
 */
export function pooledErrors(metric: Forecastable, series: readonly History[], horizon: Horizon): Errors {
  const size = 12 / horizon.season;
  const tests = series.map(({ parts, last }) => backTest(metric, parts, last / size, horizon));
  const method = chooseMethod(tests, Math.min(horizon.ahead, horizon.length));
  const misses = tests.flatMap((test): readonly Miss[] => test[method]);
  const ahead = Array.from({ length: horizon.ahead }, (_, i) => i);
  return {
    method,
    // Sorted here, once: every cell asks for quantiles of the same errors.
    period: misses.map(miss => miss.period).sort(ascending),
    steps: ahead.map(step => misses.flatMap(miss => miss.steps[step] ?? []).sort(ascending)),
  };
}

const ascending = (a: number, b: number): number => a - b;
