import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { Grain, Month } from '../../pipeline/contract/period.ts';
import type { PointType, SpecialCause } from '../../pipeline/contract/signals.ts';

/** One period of a series, by its first month. A null value is a hole. */
export interface SeriesPoint {
  month: Month;
  value: number | null;
  /** True when the figure may still change. */
  open: boolean;
}

/** More series than this cannot be told apart in one chart. */
export const MOST_LINES = 8;

/** A target over the periods it is in force for, by their first and last month. */
export interface TargetSpan {
  first: Month;
  last: Month;
  limit: number;
  partly: number | null;
  /** `mål högst 6,5 %` and `delvis till 6,8 %`. */
  words: string;
  partlyWords: string | null;
}

/** A part of a series with a mean and limits of its own; its periods by their first months. */
export interface UsualPart {
  first: Month;
  last: Month;
  mean: number;
  lpl: number | null;
  upl: number | null;
  /** What is added to the mean and the limits in each calendar month, January first; null where no season was found. */
  season: readonly number[] | null;
  /** Why it begins where it does; null for the first. */
  reason: string | null;
}

/** A period that is unusual, and what that means by the desired direction. */
export interface UnusualPoint {
  month: Month;
  cause: SpecialCause;
  type: PointType;
}

/** A period to come; `low` and `high` hold eight outcomes of ten, null where that is not known. */
export interface ForetoldPoint {
  month: Month;
  value: number;
  low: number | null;
  high: number | null;
}

/** What is usual for a series, what stands out from it and what is foretold, each in time order. */
export interface Outlook {
  usual: readonly UsualPart[];
  unusual: readonly UnusualPoint[];
  foretold: readonly ForetoldPoint[];
}

/** Something dated that a chart's readers must know; `words` has its day and its name. */
export interface ChartEvent {
  first: Month;
  last: Month;
  words: string;
}

/** What a trend chart is drawn from, whatever its size. */
export interface TrendInput {
  title: string;
  unit: Unit;
  grain: Grain;
  /** Finished periods in time order, with a point for every period between the first and the last. */
  points: readonly SeriesPoint[];
  /** Null too where limits are drawn: it would be taken for one. */
  context: { name: string; points: readonly SeriesPoint[] } | null;
  targets: readonly TargetSpan[];
  /** Null where nothing is judged of the series, as of a cumulative one. */
  outlook: Outlook | null;
  /** By date, earliest first: those that concern what is drawn. */
  events: readonly ChartEvent[];
  example: boolean;
}

/** The last point that has a value. */
export const lastPoint = (points: readonly SeriesPoint[]): (SeriesPoint & { value: number }) | null =>
  (points.findLast(point => point.value !== null) as (SeriesPoint & { value: number }) | undefined) ?? null;

/** Points with a value and none beside them: a line would not show them. */
export const alonePoints = (points: readonly SeriesPoint[]): SeriesPoint[] =>
  points.filter((point, i) => hasValue(point) && !hasValue(points[i - 1]) && !hasValue(points[i + 1]));

const hasValue = (point: SeriesPoint | undefined): boolean => point !== undefined && point.value !== null;

export const rowsOf = (points: readonly SeriesPoint[]): { x: number; y: number | null }[] =>
  points.map(({ month, value }) => ({ x: month, y: value }));
