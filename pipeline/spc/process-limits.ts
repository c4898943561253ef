import { mean } from './mean.ts';

/** XmR: three sigma from the mean of moving ranges of two, 3 / 1.128 (Shewhart's d2 for n = 2). */
const LIMIT = 2.66;
/** Where a point is near a limit: two sigma. */
const NEAR = 2 * (LIMIT / 3);
/** The upper limit of a moving range of two, as a multiple of their mean (D4 for n = 2). */
const SCREEN = 3.267;

export interface Limits {
  mean: number;
  /** The mean moving range after screening; NaN where there is none, and then so are the limits. */
  range: number;
  lower: number;
  upper: number;
  nearLower: number;
  nearUpper: number;
}

/**
 * Natural process limits of a series in time order (Shewhart's individuals chart, as NHS *Making Data Count* computes it in
 * NHSRplotthedots 0.2.2 with `screen_outliers`): mean ± 2.66 × mean moving range, where moving ranges that are not below
 * 3.267 × their mean are left out and the mean taken once more. A missing value (null) has no moving range to either side.
 */
export function processLimits(values: readonly (number | null)[]): Limits {
  const known = values.filter(value => value !== null);
  const ranges = values.flatMap((value, i) => {
    const before = values[i - 1];
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)];
  });
  const all = mean(ranges);
  const range = mean(ranges.filter(r => r < SCREEN * all));
  const centre = mean(known);
  return {
    mean: centre,
    range,
    lower: centre - LIMIT * range,
    upper: centre + LIMIT * range,
    nearLower: centre - NEAR * range,
    nearUpper: centre + NEAR * range,
  };
}
