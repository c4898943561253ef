import type { LeftOutPoint, SignalPoint, SignalSegment } from '../../contract/signals.ts';
import { firstDay, lastDay, monthOf, type Month } from '../../contract/period.ts';
import type { Direction } from '../../spc/point-type.ts';
import { pointType } from '../../spc/point-type.ts';
import { processLimits } from '../../spc/process-limits.ts';
import { seasonOf } from '../../spc/season.ts';
import { specialCauses } from '../../spc/special-causes.ts';

/** Limits from fewer points than this change with each new one (NHSRplotthedots warns of them). */
const LEAST_POINTS = 12;

/** A stretch of periods between declared changes; months that have no settled value are not in `values`. */
export interface Stretch {
  /** First months of the periods. */
  values: ReadonlyMap<Month, number>;
  reason: string | null;
  redefined: boolean;
}

/** What is said of one stretch, without season until a test finds one; a stretch that is too short has its points left out. */
export function judgeStretch(
  { values, reason, redefined }: Stretch,
  size: number,
  direction: Direction,
): { segment: SignalSegment | null; points: SignalPoint[]; leftOut: LeftOutPoint[] } {
  if (values.size < LEAST_POINTS) {
    const leftOut = [...values.keys()].map(month => ({ period_start: firstDay(month), reason: 'too-few-points' as const }));
    return { segment: null, points: [], leftOut };
  }
  const [first, last] = [Math.min(...values.keys()), Math.max(...values.keys())];
  const series = Array.from({ length: (last - first) / size + 1 }, (_, i) => {
    const month = first + i * size;
    return { month, value: values.get(month) ?? null };
  });
  const season = size === 1 ? seasonOf(series) : null;
  const level = series.map(({ month, value }) => (value === null ? null : value - seasonAt(season, month)));
  const limits = processLimits(level);
  // Where all variation is one or two steps, limits have no width and every point would be outside them.
  const isFlat = !(limits.range > 0);
  const causes = isFlat ? level.map(() => 'Common Cause' as const) : specialCauses(level, limits);
  const points = series.flatMap(({ month, value }, i) => {
    const special_cause = causes[i]!;
    return value === null ? [] : [{ period_start: firstDay(month), value, special_cause, point_type: pointType(special_cause, direction) }];
  });
  const segment = {
    first: firstDay(first),
    last: lastDay(last + size - 1),
    points: values.size,
    reason,
    redefined,
    mean: limits.mean,
    lpl: isFlat ? null : limits.lower,
    upl: isFlat ? null : limits.upper,
    season,
  };
  return { segment, points, leftOut: [] };
}

/** What a month usually lies above the mean; 0 where there is no season. */
export const seasonAt = (season: readonly number[] | null, month: Month): number => season?.[month % 12] ?? 0;

/** A point's value with the season of its month taken out. */
export const levelOf = ({ period_start, value }: SignalPoint, { season }: Pick<SignalSegment, 'season'>): number =>
  value - seasonAt(season, monthOf(period_start));
