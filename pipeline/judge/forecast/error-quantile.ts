/** Share of outcomes that an interval is to hold, percent. */
export const LEVEL = 80;

/**
 * The quantile of absolute errors below which the next one falls with probability `level` %: the ceil((n + 1) · level)th
 * smallest of n (split conformal prediction; Vovk et al. 2005, Lei et al. 2018), which is exact where errors are
 * exchangeable. Errors of forecasts `ahead` periods ahead, made each period, share all but one of the periods they are
 * about: so many are worth n / ahead. Null where there are too few: they must be worth four for 80 %.
 */
export function errorQuantile(errors: readonly number[], ahead: number, level = LEVEL): number | null {
  const worth = errors.length / ahead;
  const share = Math.ceil(((worth + 1) * level) / 100 - 1e-9) / worth;
  return share > 1 ? null : Float64Array.from(errors).sort()[Math.ceil(share * errors.length) - 1]!;
}

/** The errors as at most 99 of their quantiles, in order: what a probability is counted over. */
export function errorSpread(errors: readonly number[]): number[] {
  const sorted = Float64Array.from(errors).sort();
  if (sorted.length <= 99) return [...sorted];
  return Array.from({ length: 99 }, (_, i) => sorted[Math.ceil(((sorted.length + 1) * (i + 1)) / 100) - 1]!);
}
