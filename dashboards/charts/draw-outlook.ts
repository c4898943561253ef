import type { Grain, Month } from '../../pipeline/contract/period.ts';
import { GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import type { ChartRow } from './drawing.ts';
import { wrap } from './end-labels.ts';
import type { Outlook, SeriesPoint, UsualPart } from './series.ts';

/** The mean and the limits of a period, season put back. */
export interface UsualLevel {
  month: Month;
  mean: number;
  lower: number | null;
  upper: number | null;
}

/**
 * The usual levels of every period of each part, within what values can be: a series that is never below zero has no limit
 * there, and a share none above a hundred.
 */
export function usualLevels(part: UsualPart, grain: Grain, points: readonly SeriesPoint[], isShare: boolean): UsualLevel[] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const floor = values.some(value => value < 0) ? -Infinity : 0;
  const ceiling = isShare && values.every(value => value <= 100) ? 100 : Infinity;
  const within = (value: number): number => Math.min(ceiling, Math.max(floor, value));
  const step = GRAIN_MONTHS[grain];
  return Array.from({ length: (part.last - part.first) / step + 1 }, (_, i) => {
    const month = part.first + i * step;
    const season = part.season?.[month % 12] ?? 0;
    const limit = (value: number | null): number | null => (value === null ? null : within(value + season));
    return { month, mean: within(part.mean + season), lower: limit(part.lpl), upper: limit(part.upl) };
  });
}

/** What is drawn of an outlook between the periods `from` and `to`. */
export interface OutlookRows {
  rows: Readonly<Record<string, readonly ChartRow[]>>;
  /** Everything that the value axis must have room for. */
  values: readonly number[];
  /** The last upper limit, where a label can stand; null where there is none. */
  upper: number | null;
}

export const NOTHING: OutlookRows = { rows: {}, values: [], upper: null };

/** Rows for the layers of a trend chart. `points` are the shown ones; `isShare` says that values are percentages. */
export function outlookRows(
  { usual, unusual, foretold }: Outlook,
  grain: Grain,
  points: readonly SeriesPoint[],
  isShare: boolean,
): OutlookRows {
  const [from, to] = [points[0]!.month, points.at(-1)!.month];
  const parts = usual.map(part => usualLevels(part, grain, points, isShare).filter(({ month }) => month >= from && month <= to));
  const limits = (of: 'mean' | 'lower' | 'upper') => broken(parts.map(part => part.map(level => ({ x: level.month, y: level[of] }))));
  const valueAt = new Map(points.map(({ month, value }) => [month, value]));
  const marked = (...types: readonly string[]): ChartRow[] =>
    unusual.flatMap(({ month, type }) => {
      const y = valueAt.get(month) ?? null;
      return types.includes(type) && y !== null ? [{ x: month, y }] : [];
    });
  const known = points.findLast(({ month, value }) => value !== null && month < (foretold[0]?.month ?? 0));
  const start = known === undefined ? [] : [{ month: known.month, value: known.value!, low: known.value, high: known.value }];
  const ahead = foretold.length === 0 ? [] : [...start, ...foretold];
  const levels = parts
    .flat()
    .flatMap(({ mean, lower, upper }) => [mean, ...(lower === null ? [] : [lower]), ...(upper === null ? [] : [upper])]);
  return {
    rows: {
      interval: foretold.some(({ low }) => low !== null)
        ? ahead.map(({ month, low, high }) => ({ x: month, y: high, y2: low ?? undefined }))
        : [],
      mean: limits('mean'),
      lower: limits('lower'),
      upper: limits('upper'),
      foretold: ahead.map(({ month, value }) => ({ x: month, y: value })),
      better: marked('special_cause_improvement'),
      worse: marked('special_cause_concern'),
      unusual: marked('special_cause_neutral_high', 'special_cause_neutral_low'),
      change: changes(usual, from, to, grain),
    },
    values: [...levels, ...ahead.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])],
    upper: parts.at(-1)?.at(-1)?.upper ?? null,
  };
}

/** One data set of several lines: a row without a value between them. */
const broken = (lines: readonly (readonly ChartRow[])[]): ChartRow[] =>
  lines.filter(line => line.length > 0).flatMap((line, i) => (i === 0 ? line : [{ x: line[0]!.x - 0.5, y: null }, ...line]));

/** Where limits begin anew: between two periods, with the reason beside the line. */
function changes(usual: readonly UsualPart[], from: Month, to: Month, grain: Grain): ChartRow[] {
  return usual
    .filter(({ first, reason }) => reason !== null && first > from && first <= to)
    .map(({ first, reason }) => ({ x: first - GRAIN_MONTHS[grain] / 2, text: reason! }));
}

const REASON = { width: 24, lines: 2, height: 18, top: 14 } as const;

/** Reasons as text inside the plot's top, on the side of their line that has room. */
export function reasonRows(
  changes: readonly ChartRow[],
  [from, to]: readonly [number, number],
): Record<'reason' | 'reasonEnd', ChartRow[]> {
  const rows = { reason: [] as ChartRow[], reasonEnd: [] as ChartRow[] };
  for (const { x, text = '' } of changes) {
    const side = (x - from) / (to - from) < 0.6 ? 'reason' : 'reasonEnd';
    wrap(text, REASON.width, REASON.lines).forEach((line, i) => rows[side].push({ x, py: REASON.top + i * REASON.height, text: line }));
  }
  return rows;
}
