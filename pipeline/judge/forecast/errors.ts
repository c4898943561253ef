import { backTest, type Horizon, type Miss } from './back-test.ts';
import { chooseMethod } from './choose-method.ts';
import { errorQuantile, errorSpread } from './error-quantile.ts';
import type { Forecastable, History } from './history.ts';
import type { Method } from './methods.ts';

/**
 * How far the chosen method has been from what came, over the series that may be compared: as quantiles that every one of
 * them has in common, in units of its own scale.
 */
export interface Errors {
  method: Method;
  /** Half the width of the whole period's interval; null where too few errors are known. */
  period: number | null;
  /** The same of each finest period ahead, the nearest first. */
  steps: readonly (number | null)[];
  /** The whole period's errors, as likely as each other; empty where too few are known. */
  spread: readonly number[];
}

/**
 * Back-tests a set of series together. One series alone is mostly too short to say which method is best or how far a
 * forecast may be from the outcome; many units of one metric tell both.
 */
export function pooledErrors(metric: Forecastable, series: readonly History[], horizon: Horizon): Errors {
  const size = 12 / horizon.season;
  const tests = series.map(({ parts, last }) => backTest(metric, parts, last / size, horizon));
  const span = Math.min(horizon.ahead, horizon.length);
  const method = chooseMethod(tests, span);
  const misses = tests.flatMap((test): readonly Miss[] => test[method]);
  const whole = misses.map(miss => miss.period);
  const period = errorQuantile(whole, span);
  const stepErrors = (step: number) => misses.flatMap(miss => miss.steps[step] ?? []);
  return {
    method,
    period,
    steps: Array.from({ length: horizon.ahead }, (_, step) => errorQuantile(stepErrors(step), step + 1)),
    spread: period === null ? [] : errorSpread(whole),
  };
}
