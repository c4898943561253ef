import type { GroupPeriod } from '../../pipeline/contract/comparisons.ts';
import { formatPeriod, formatPeriodShort, formatSpan } from '../../pipeline/contract/format-day.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import { formatNumber, formatValue } from '../../pipeline/contract/format-number.ts';
import type { Grain, Month } from '../../pipeline/contract/period.ts';
import { firstDay, GRAIN_MONTHS, monthOf } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { compareTexts } from '#texts/compare.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import type { EndLabel } from './end-labels.ts';
import { placeEndLabels, wrap } from './end-labels.ts';
import type { LevelAxis, Magnitude } from './level-axis.ts';
import { formatScaled, levelAxis, magnitudeOf } from './level-axis.ts';
import { monthAxis } from './month-axis.ts';
import type { SeriesPoint } from './series.ts';
import { alonePoints, lastPoint, rowsOf } from './series.ts';

/** A group's periods, with one for every period between the first and the last, and the own member's name. */
export interface AmongInput {
  title: string;
  unit: Unit;
  grain: Grain;
  own: string;
  periods: readonly GroupPeriod[];
}

/** A narrow chart has fewer periods and labels, never smaller text. */
export const AMONG_SIZES = {
  wide: { periods: 24, labels: 12, levels: 4, margin: 20, height: 300 },
  narrow: { periods: 10, labels: 5, levels: 3, margin: 8, height: 220 },
} as const;
export type AmongSize = keyof typeof AMONG_SIZES;

/** What both charts over time have: the periods that a size has room for, by their first months, and the axis under them. */
export function timeAxis({ periods, grain }: Pick<AmongInput, 'periods' | 'grain'>, size: AmongSize, height: number) {
  const shown = periods.slice(-AMONG_SIZES[size].periods).map(period => ({ ...period, month: monthOf(period.period_start) }));
  const [first, last] = [shown[0]?.month ?? 0, shown.at(-1)?.month ?? 0];
  const half = GRAIN_MONTHS[grain] / 2;
  const months = monthAxis(first, last, grain, AMONG_SIZES[size].labels);
  const yearY = months.months.length === 0 ? height + 24 : height + 42;
  return {
    shown,
    xdom: [first - half, last + half] as const,
    rows: {
      tick: months.ticks.map(x => ({ x })),
      month: months.months.map(({ month, text }) => ({ x: month, py: height + 24, text })),
      year: months.years.map(({ month, text }) => ({ x: month, py: yearY, text })),
    } satisfies Record<string, readonly ChartRow[]>,
  };
}

/** The value axis, as the chart and its caption have it. */
export function amongAxis({ periods }: Pick<AmongInput, 'periods'>, size: AmongSize): { axis: LevelAxis; magnitude: Magnitude } {
  const values = periods
    .slice(-AMONG_SIZES[size].periods)
    .flatMap(({ own, spread }) => [...(own === null ? [] : [own]), ...(spread ? [spread.lower_quartile, spread.upper_quartile] : [])]);
  return { axis: levelAxis(values, AMONG_SIZES[size].levels), magnitude: magnitudeOf(values) };
}

/** The own line before the middle half of a group, and its median. */
export function drawAmong(input: AmongInput, size: AmongSize): Drawing {
  const { margin, height } = AMONG_SIZES[size];
  const { shown, xdom, rows } = timeAxis(input, size, height);
  const own: SeriesPoint[] = shown.map(({ month, own }) => ({ month, value: own, open: false }));
  const medians: SeriesPoint[] = shown.map(({ month, spread }) => ({ month, value: spread?.median ?? null, open: false }));
  const { axis, magnitude } = amongAxis(input, size);
  const [low, high] = axis.domain;
  const py = (value: number): number => (height * (high - value)) / (high - low);
  const [last, median] = [lastPoint(own), lastPoint(medians)];
  const scaled = (value: number): string => formatScaled(value, magnitude, input.unit.decimals);
  const labels: EndLabel[] = [
    ...(last
      ? [{ at: py(last.value), lines: [{ layer: 'endBig' as const, text: scaled(last.value) }, ...wrap(input.own, margin, 2).map(end)] }]
      : []),
    ...(median ? [{ at: py(median.value), lines: wrap(compareTexts.medianLabel(scaled(median.value)), margin, 2).map(end) }] : []),
  ];
  return {
    height,
    above: 20,
    below: 48,
    xdom,
    ydom: axis.domain,
    rows: {
      ...rows,
      quartiles: shown.map(({ month, spread }) => ({
        x: month,
        y: spread?.lower_quartile ?? null,
        y2: spread?.upper_quartile ?? undefined,
      })),
      grid: axis.levels.slice(1).map(y => ({ x: xdom[0], x2: xdom[1], y })),
      axis: [{ x: xdom[0], x2: xdom[1], y: low }],
      ctx: rowsOf(medians),
      line: rowsOf(own),
      alone: rowsOf(alonePoints(own)),
      last: last ? [{ x: last.month, y: last.value }] : [],
      level: axis.levels.map(y => ({
        x: xdom[0],
        py: py(y) + 5,
        text: magnitude.power === 'one' ? formatNumber(y, axis.decimals) : formatScaled(y, magnitude, 0).replace(/,0$/, ''),
      })),
      ...placeEndLabels(labels, xdom[1], -20, height + 8),
    },
    says: { title: input.title, description: describe(input, own) },
  };
}

const end = (text: string) => ({ layer: 'end' as const, text });

function describe({ grain, unit, own: name, periods }: AmongInput, own: readonly SeriesPoint[]): string {
  const last = lastPoint(own);
  const of = periods.find(({ period_start }) => last && monthOf(period_start) === last.month);
  if (last === null || of === undefined) return chartTexts.noValues;
  const span = formatSpan(monthOf(periods[0]!.period_start), monthOf(periods.at(-1)!.period_start) + GRAIN_MONTHS[grain] - 1);
  const spread = of.spread && [of.spread.lower_quartile, of.spread.upper_quartile, of.spread.median].map(value => formatValue(value, unit));
  return [
    chartTexts.lineChart(periods.length, grain, span),
    compareTexts.ownAt(name, formatValue(last.value, unit), formatPeriod(grain, firstDay(last.month))),
    ...(spread ? [compareTexts.spreadAt(spread[0]!, spread[1]!, spread[2]!)] : []),
    chartTexts.inTable,
  ].join(' ');
}

/** A period's name where there is little room. */
export const shortPeriod = (grain: Grain, month: Month): string => formatPeriodShort(grain, firstDay(month));
