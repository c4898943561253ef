import { processLimits } from './process-limits.ts';

/** Effective degrees of freedom of a mean moving range of n points, a point (Wheeler, *Advanced Topics in Statistical Process Control*, 1995). */
const FREEDOM = 0.62;
/** Mean moving range over standard deviation (d2 for n = 2). */
const RANGE_TO_DEVIATION = 1.128;

/**
 * How often chance alone puts the last of a series so far from its mean, to one side. Values that cannot be below zero are often
 * skewed, and then far from the mean more often than normal deviates: they must be unlikely as logarithms too (as square roots
 * where there are zeros).
 */
export function chanceOfLast(values: readonly number[]): number {
  const least = Math.min(...values);
  const scale = least > 0 ? Math.log : least === 0 ? Math.sqrt : null;
  return Math.max(chanceOfDistance(values), scale === null ? 0 : chanceOfDistance(values.map(scale)));
}

function chanceOfDistance(values: readonly number[]): number {
  const { mean, range } = processLimits(values);
  const distance = Math.abs(values.at(-1)! - mean);
  return upperTail(normalOfT((distance * RANGE_TO_DEVIATION) / range, FREEDOM * (values.length - 1)));
}

/** How often chance alone puts so many points in a row on one side. */
export const chanceOfRun = (length: number): number => 2 ** -length;

/** The normal deviate of a Student's t (Wallace, Annals of Mathematical Statistics 30, 1959). */
function normalOfT(t: number, freedom: number): number {
  return Math.sign(t) * ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
}

/** The normal distribution's upper tail, within 0.3 % for 0 and more (Börjesson and Sundberg, IEEE Transactions on Communications 27, 1979). */
function upperTail(deviate: number): number {
  if (deviate < 0) return 1 - upperTail(-deviate);
  const a = 1 / Math.PI;
  return Math.exp((-deviate * deviate) / 2) / Math.sqrt(2 * Math.PI) / ((1 - a) * deviate + a * Math.sqrt(deviate * deviate + 2 * Math.PI));
}

/**
 * The most that may be believed of many chances, so that of those believed the share that is chance alone is expected to be at most
 * `share` (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995); 0 where none may. `tested` is how many were
 * looked at.
 */
export function believable(chances: readonly number[], tested: number, share: number): number {
  return chances.toSorted((a, b) => a - b).reduce((most, chance, i) => (chance <= (share * (i + 1)) / tested ? chance : most), 0);
}
