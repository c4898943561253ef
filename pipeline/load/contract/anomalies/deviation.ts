/** A figure of one delivery, and the calendar month (0 to 11) it is about; null where the source has no seasons. */
export interface Point {
  value: number;
  season: number | null;
}

/** What a figure is by chance alone, and how its changes are told. */
export interface Nature {
  /** The least standard deviation that chance gives around a median: for counts its root. */
  noise(median: number): number;
  /** True for a share, from 0 to 1, whose changes are told as they are. Other changes are told as shares of what was. */
  share: boolean;
}

export interface Deviation {
  /** Robust standard deviations from what is normal. */
  z: number;
  /** The difference from what is normal. Infinite where that is 0, and no share. */
  change: number;
  /** The difference from the median of the same calendar month; null where there is none. */
  season: number | null;
  /** Between what the middle half of those lie that it is compared with. */
  low: number;
  high: number;
}

/** Fewer earlier deliveries than this say nothing. */
export const LEAST_HISTORY = 6;
/** What is older than so many deliveries no longer says what is normal: three years of months. */
export const LONGEST_HISTORY = 36;
/** So many earlier ones of the same calendar month are needed to say what it is like. */
const LEAST_SEASON = 2;
/** Makes the median absolute deviation an estimate of the standard deviation of normal data. */
const CONSISTENT = 1.4826;
/** A series that has never moved is taken to move this much, so that five deviations are less than a fifth. */
const STILL = 0.036;

/** A center and a standard deviation around it, on the scale that values are compared on. */
interface Basis {
  center: number;
  deviation: number;
  values: readonly number[];
}

/**
 * How far a figure is from those of earlier deliveries, by median and MAD (modified z-score; Iglewicz and Hoaglin 1993).
 * Figures above zero are compared as logarithms, since they grow and shrink by shares.
 *
 * Where there are two or more of the same calendar month, it is also held against their median, with the deviation that
 * the earlier ones had from theirs; the narrower of the two is used, since it is the one that explains the series. The
 * deviation is taken as larger where the history is short: few values can lie close to each other by chance. Null with
 * fewer than six earlier ones.
 */
export function deviationOf(point: Point, history: readonly Point[], { noise, share }: Nature): Deviation | null {
  if (history.length < LEAST_HISTORY) return null;
  const log = !share && point.value > 0 && history.every(({ value }) => value > 0);
  const on = (value: number): number => (log ? Math.log(value) : value);
  const off = (value: number): number => (log ? Math.exp(value) : value);
  const basis = (compared: readonly Point[], distances: readonly number[]): Basis => {
    const values = compared.map(({ value }) => value);
    const center = median(values.map(on));
    const middle = Math.abs(off(center));
    const least = Math.max(STILL * (share ? 1 : middle), noise(middle)) / (log ? middle : 1);
    return { center, values, deviation: Math.max(CONSISTENT * median(distances) * (1 + 4 / distances.length), least) };
  };
  const center = median(history.map(({ value }) => on(value)));
  const general = basis(
    history,
    history.map(({ value }) => Math.abs(on(value) - center)),
  );
  const same = share || point.season === null ? [] : history.filter(({ season }) => season === point.season);
  const distances = same.length < LEAST_SEASON ? [] : seasonalDistances(history, on);
  const seasonal = distances.length < LEAST_HISTORY ? null : basis(same, distances);
  const used = seasonal && seasonal.deviation < general.deviation ? seasonal : general;
  const changeFrom = (normal: number): number => {
    const difference = point.value - normal;
    return share || difference === 0 ? difference : difference / Math.abs(normal);
  };
  const sorted = [...used.values].sort((a, b) => a - b);
  return {
    z: (on(point.value) - used.center) / used.deviation,
    change: changeFrom(off(used.center)),
    season: same.length === 0 ? null : changeFrom(median(same.map(({ value }) => value))),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  };
}

/** How far each is from the median of the others of its calendar month, where there are others. */
const seasonalDistances = (history: readonly Point[], on: (value: number) => number): number[] =>
  history.flatMap((point, i) => {
    const others = history.filter(({ season }, j) => j !== i && season === point.season).map(({ value }) => on(value));
    return others.length === 0 ? [] : [Math.abs(on(point.value) - median(others))];
  });

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
