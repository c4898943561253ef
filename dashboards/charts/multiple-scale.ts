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
  const inside = (points: readonly SeriesPoint[]) => points.filter(({ month }) => month >= start && month <= end);
  const context = isLevel ? inside(whole) : [];
  const limit = isLevel ? target : null;
  const values = [...units.flatMap(inside), ...context].flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = levelAxis(limit === null ? values : [...values, limit], 2);
  return { xdom: [start, Math.max(end, start + 1)], ydom: axis.domain, unit, context, target: limit };
}
