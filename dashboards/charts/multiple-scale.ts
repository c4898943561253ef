import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { Grain } from '../../pipeline/contract/period.ts';
import type { MultipleScale } from './draw-small.ts';
import { levelAxis } from './level-axis.ts';
import type { SeriesPoint } from './series.ts';

export interface ScaleOptions {
  unit: Unit;
  grain: Grain;
  /** True for levels, which a unit and the one above can both have: the one above and its target are drawn too. */
  isLevel: boolean;
  target: number | null;
}

/** One scale for every unit under `whole`, over at most three years of months (or as many periods). */
export function multipleScale(
  whole: readonly SeriesPoint[],
  units: readonly (readonly SeriesPoint[])[],
  { unit, grain, isLevel, target }: ScaleOptions,
): MultipleScale {
  const end = whole.at(-1)?.month ?? 0;
  const start = Math.max(whole.at(0)?.month ?? 0, grain === 'month' ? end - 35 : 0);
  const isInside = ({ month }: SeriesPoint): boolean => month >= start && month <= end;
  const context = isLevel ? whole.filter(isInside) : [];
  const limit = isLevel ? target : null;
  let [low, high] = limit === null ? [Infinity, -Infinity] : [limit, limit];
  // Every point of every unit, at each step of a reader: no lists are made of them.
  for (const points of [...units, context])
    for (const point of points)
      if (point.value !== null && isInside(point)) {
        low = Math.min(low, point.value);
        high = Math.max(high, point.value);
      }
  const axis = levelAxis(low > high ? [] : [low, high], 2);
  return { xdom: [start, Math.max(end, start + 1)], ydom: axis.domain, unit, context, target: limit };
}
