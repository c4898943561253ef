import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { firstDay, GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { outlookTexts } from '#texts/outlook.ts';
import { rememberEach } from '../remember.ts';
import { describeTrend } from './describe-trend.ts';
import { NOTHING, outlookRows, reasonRows } from './draw-outlook.ts';
import type { OutlookRows } from './draw-outlook.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import type { EndLabel } from './end-labels.ts';
import { eventRows, shownEvents } from './event-rows.ts';
import type { NumberedEvent } from './event-rows.ts';
import { placeEndLabels, wrap } from './end-labels.ts';
import type { LevelAxis, Magnitude } from './level-axis.ts';
import { formatScaled, levelAxis, magnitudeOf } from './level-axis.ts';
import { monthAxis } from './month-axis.ts';
import type { SeriesPoint, TargetSpan, TrendInput } from './series.ts';
import { alonePoints, lastPoint, rowsOf } from './series.ts';

/** The two sizes of a trend chart. A narrow one has fewer periods and labels, never smaller text. */
export const SIZES = {
  wide: { periods: 60, height: 360, levels: 4, labels: 12, margin: 20 },
  narrow: { periods: 36, height: 260, levels: 3, labels: 6, margin: 7 },
} as const;
export type TrendSize = keyof typeof SIZES;

const ABOVE = 28;
const BELOW = 48;

/** The part of a series that a size has room for. */
export const shownPoints = (points: readonly SeriesPoint[], size: TrendSize): readonly SeriesPoint[] => points.slice(-SIZES[size].periods);

/** The value axis of a trend chart, as both its sizes and its caption have it. */
export const trendAxis = rememberEach((input: TrendInput, size: TrendSize): LevelAxis & { magnitude: Magnitude } => {
  const points = shownPoints(input.points, size);
  const span = spanOf(points, input);
  const inSpan = (point: SeriesPoint) => point.month >= span[0] && point.month <= span[1];
  const drawn = [...points, ...(input.context?.points.filter(inSpan) ?? [])].flatMap(({ value }) => (value === null ? [] : [value]));
  const values = [...drawn, ...outlookOf(input, size).values];
  const targets = clipTargets(input.targets, span, input).flatMap(({ limit, partly }) => [limit, ...(partly === null ? [] : [partly])]);
  return { ...levelAxis([...values, ...targets], SIZES[size].levels), magnitude: magnitudeOf(values) };
});

const outlookOf = rememberEach(({ outlook, grain, unit, points }: TrendInput, size: TrendSize): OutlookRows => {
  const shown = shownPoints(points, size);
  return outlook === null || shown.length === 0 ? NOTHING : outlookRows(outlook, grain, shown, unit.unit_id === 'percent');
});

export function drawTrend(input: TrendInput, size: TrendSize): Drawing {
  const { height, labels } = SIZES[size];
  const points = shownPoints(input.points, size);
  const xdom = spanOf(points, input);
  const axis = trendAxis(input, size);
  const [low, high] = axis.domain;
  const py = (value: number): number => (height * (high - value)) / (high - low);
  const targets = clipTargets(input.targets, xdom, input);
  const months = monthAxis(points[0]?.month ?? 0, lastMonth(points, input), input.grain, labels);
  const context = input.context?.points.filter(({ month }) => month >= xdom[0] && month <= xdom[1]) ?? [];
  const last = lastPoint(points);
  const outlook = outlookOf(input, size);
  const standsOut = input.outlook?.unusual.some(({ month }) => month === last?.month) ?? false;
  const monthY = height + 24;
  const acrossX = { x: xdom[0], x2: xdom[1] };
  const rows: Record<string, readonly ChartRow[]> = {
    band: targets.flatMap(({ x, x2, limit, partly }) => (partly === null ? [] : [{ x, x2, y: limit, y2: partly }])),
    grid: axis.levels.slice(1).map(y => ({ ...acrossX, y })),
    axis: [{ ...acrossX, y: low }],
    tick: months.ticks.map(x => ({ x })),
    ctx: rowsOf(context),
    target: targets.map(({ x, x2, limit }) => ({ x, x2, y: limit })),
    line: rowsOf(points),
    alone: rowsOf(alonePoints(points)),
    open: rowsOf(points.filter(point => point.open && point.value !== null)),
    last: last && !standsOut ? [{ x: last.month, y: last.value }] : [],
    level: axis.levels.map((y, i) => ({ x: xdom[0], py: py(y) + 5, text: levelText(y, axis, input, i === axis.levels.length - 1) })),
    month: months.months.map(({ month, text }) => ({ x: month, py: monthY, text })),
    year: months.years.map(({ month, text }) => ({ x: month, py: months.months.length === 0 ? monthY : monthY + 18, text })),
    example: input.example ? [{ x: xdom[0], py: -16, text: chartTexts.example }] : [],
    ...outlook.rows,
    ...eventRows(trendEvents(input, size), xdom, input.grain, height, size),
    ...reasonRows(outlook.rows.change ?? [], xdom),
    ...placeEndLabels(endLabels(input, size, py, targets, context, axis.magnitude, outlook.upper), xdom[1], -ABOVE, height + 8),
  };
  return { height, above: ABOVE, below: BELOW, xdom, ydom: axis.domain, rows, says: describeTrend(input) };
}

/** The events that a chart has room for, with the numbers that it has for them. */
export const trendEvents = (input: TrendInput, size: TrendSize): readonly NumberedEvent[] =>
  shownEvents(input.events, spanOf(shownPoints(input.points, size), input), input.grain);

/** Half a period before the first point to half a period after the last, or after the last that is foretold. */
function spanOf(points: readonly SeriesPoint[], input: TrendInput): readonly [number, number] {
  const half = GRAIN_MONTHS[input.grain] / 2;
  return [(points[0]?.month ?? 0) - half, lastMonth(points, input) + half];
}

const lastMonth = (points: readonly SeriesPoint[], { outlook }: TrendInput): Month =>
  Math.max(points.at(-1)?.month ?? 0, outlook?.foretold.at(-1)?.month ?? 0);

function clipTargets(targets: readonly TargetSpan[], [from, to]: readonly [number, number], { grain }: TrendInput) {
  const half = GRAIN_MONTHS[grain] / 2;
  return targets
    .map(target => ({
      ...target,
      x: Math.max(from, target.first - half),
      x2: Math.min(to, target.last + 1 - GRAIN_MONTHS[grain] + half),
    }))
    .filter(({ x, x2 }) => x2 > x);
}

/** A level beside the axis; the highest one has the unit. */
export function levelText(
  value: number,
  axis: LevelAxis & { magnitude: Magnitude },
  { unit }: Pick<TrendInput, 'unit'>,
  isTop: boolean,
): string {
  const { magnitude } = axis;
  const text =
    magnitude.power === 'one' ? formatScaled(value, magnitude, axis.decimals) : formatScaled(value, magnitude, 0).replace(/,0$/, '');
  return isTop && unit.unit === '%' ? `${text}\u00a0%` : text;
}

function endLabels(
  input: TrendInput,
  size: TrendSize,
  py: (value: number) => number,
  targets: readonly (TargetSpan & { x2: number })[],
  context: readonly SeriesPoint[],
  magnitude: Magnitude,
  upper: number | null,
): EndLabel[] {
  const { margin } = SIZES[size];
  const labels: EndLabel[] = [];
  const last = lastPoint(input.points);
  if (last) {
    const value = formatScaled(last.value, magnitude, input.unit.decimals);
    const unit = input.unit.unit_id === 'sek' ? chartTexts.kronorShort[magnitude.power] : input.unit.unit;
    const full = unit === '' ? value : `${value}\u00a0${unit}`;
    const text = size === 'narrow' && full.length > 6 ? value : full.length > 13 ? value : full;
    const period = formatPeriodShort(input.grain, firstDay(last.month));
    labels.push({
      at: py(last.value) + 8,
      lines: [
        { layer: text.length > (size === 'narrow' ? 5 : 12) ? 'endStrong' : 'endBig', text },
        ...wrap(period, margin, 2).map(line => ({ layer: 'end' as const, text: line })),
      ],
    });
  }
  const end = Math.max(...targets.map(({ x2 }) => x2));
  const target = targets.find(({ x2 }) => x2 === end);
  if (target) {
    labels.push({ at: py(target.limit), lines: wrap(target.words, margin, 3).map(text => ({ layer: 'endStrong', text })) });
    if (target.partly !== null && target.partlyWords !== null && size === 'wide') {
      labels.push({ at: py(target.partly), lines: wrap(target.partlyWords, margin, 2).map(text => ({ layer: 'end', text })) });
    }
  }
  const lastContext = lastPoint(context);
  if (input.context && lastContext && size === 'wide') {
    labels.push({ at: py(lastContext.value), lines: wrap(input.context.name, margin, 2).map(text => ({ layer: 'end', text })) });
  }
  const foretold = input.outlook?.foretold.at(-1);
  // A little lower, so that the latest value stands first where both are as high.
  if (foretold) labels.push({ at: py(foretold.value) + 9, lines: [{ layer: 'end', text: outlookTexts.forecast }] });
  if (upper !== null && size === 'wide') {
    labels.push({ at: py(upper), lines: wrap(outlookTexts.usual, margin, 2).map(text => ({ layer: 'end', text })) });
  }
  return labels;
}
