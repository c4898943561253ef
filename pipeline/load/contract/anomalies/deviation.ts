/** A figure of one delivery, and the calendar month (0 to 11) it is about; null where the source has no seasons. */
export interface Point {
  value: number;
  season: number | null;
}

export interface Deviation {
  /** Robust deviations from the median. */
  z: number;
  /** The difference from the median: as a share of it, or for shares as it is. Infinite where the median is 0. */
  change: number;
  /** Between what half of the earlier ones lie, with the season put back. */
  low: number;
  high: number;
}

/** Fewer earlier deliveries than this say nothing. */
export const LEAST_HISTORY = 6;
/** What is older than so many deliveries no longer says what is normal: three years of months. */
export const LONGEST_HISTORY = 36;
/** So many earlier ones of the same calendar month are needed to know its season. */
const LEAST_SEASON = 2;
/** Makes the median absolute deviation an estimate of the standard deviation of normal data. */
const CONSISTENT = 1.4826;
/** A series that has never moved is taken to move this much, so that five deviations are a fifth of it. */
const STILL = 0.04;

/**
 * How far a figure is from those of earlier deliveries: median and MAD (Iglewicz and Hoaglin 1993, modified z-score), after
 * the season is divided out where at least two earlier ones of the same calendar month tell what it is. `noise` is the least
 * standard deviation that chance gives (for counts the root of the median). The deviation is taken as larger where the
 * history is short, since few values can lie close to each other by chance. Null with fewer than six earlier ones.
 */
export function deviationOf(point: Point, history: readonly Point[], noise: (median: number) => number, share: boolean): Deviation | null {
  if (history.length < LEAST_HISTORY) return null;
  const season = share ? () => 1 : seasonsOf(history);
  const flat = history.map(({ value, season: month }) => value / season(month)).sort((a, b) => a - b);
  const center = quantile(flat, 0.5);
  const spread = quantile(
    flat.map(value => Math.abs(value - center)).sort((a, b) => a - b),
    0.5,
  );
  const still = STILL * (share ? 1 : Math.abs(center));
  const deviation = Math.max(CONSISTENT * spread * (1 + 4 / history.length), still, noise(Math.abs(center)));
  const index = season(point.season);
  const difference = point.value / index - center;
  const of = (q: number) => quantile(flat, q) * index;
  return {
    z: difference === 0 ? 0 : difference / deviation,
    change: difference === 0 ? 0 : share ? difference : difference / Math.abs(center),
    low: of(0.25),
    high: of(0.75),
  };
}

/** Each calendar month's median against that of all, where it is known and above zero; else 1. */
function seasonsOf(history: readonly Point[]): (month: number | null) => number {
  const all = median(history.map(({ value }) => value));
  const months = new Map<number | null, number>();
  for (const { season } of history) {
    const own = history.filter(point => point.season === season).map(({ value }) => value);
    const index = median(own) / all;
    if (season !== null && own.length >= LEAST_SEASON && Number.isFinite(index) && index > 0) months.set(season, index);
  }
  return month => months.get(month) ?? 1;
}

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** The quantile of sorted values, between two of them where it falls there. */
function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}
