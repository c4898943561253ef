import { formatPeriod, formatSpan } from '../../pipeline/contract/format-day.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { Grain, Month } from '../../pipeline/contract/period.ts';
import { firstDay, GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { levelText, SIZES } from './draw-trend.ts';
import type { TrendSize } from './draw-trend.ts';
import type { ChartRow, Drawing } from './drawing.ts';
import type { EndLabel } from './end-labels.ts';
import { placeEndLabels, wrap } from './end-labels.ts';
import { OTHER_LINES } from './kinds.ts';
import type { LevelAxis, Magnitude } from './level-axis.ts';
import { formatScaled, levelAxis, magnitudeOf } from './level-axis.ts';
import { monthAxis } from './month-axis.ts';
import type { SeriesPoint } from './series.ts';
import { alonePoints, lastPoint, MOST_LINES, rowsOf } from './series.ts';

/** One of several series in a chart, its points with a hole for each period without a value. */
export interface NamedSeries {
  name: string;
  points: readonly SeriesPoint[];
}

/** What a chart of several series is drawn from. The first is emphasised; there are at most `MOST_LINES`. */
export interface LinesInput {
  title: string;
  unit: Unit;
  grain: Grain;
  series: readonly NamedSeries[];
  example: boolean;
}

export { MOST_LINES };

/** The letter of a series, which stands for its name where a margin has no room for it. */
export const letterOf = (index: number): string => 'ABCDEFGH'.charAt(index);

const ABOVE = 28;
const BELOW = 48;
/** Characters of a name beside a wide chart; the emphasised one's are wider. */
const NAME = { end: 20, endStrong: 17, lines: 2 } as const;

/** The value axis of such a chart, as its caption has it too. */
export function linesAxis(input: LinesInput, size: TrendSize): LevelAxis & { magnitude: Magnitude } {
  const values = shownSeries(input, size).flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  return { ...levelAxis(values, SIZES[size].levels), magnitude: magnitudeOf(values) };
}

/** The same latest periods of every series. */
function shownSeries({ series, grain }: LinesInput, size: TrendSize): readonly NamedSeries[] {
  const last = Math.max(...series.map(({ points }) => points.at(-1)?.month ?? -Infinity));
  const from = last - (SIZES[size].periods - 1) * GRAIN_MONTHS[grain];
  return series.map(({ name, points }) => ({ name, points: points.filter(({ month }) => month >= from) }));
}

/** Several series on one scale, each named at its end: in full beside a wide chart, by its letter beside a narrow one. */
export function drawLines(input: LinesInput, size: TrendSize): Drawing {
  if (input.series.length > MOST_LINES) throw new Error(`${input.series.length} series in one chart; at most ${MOST_LINES}`);
  const { height, labels } = SIZES[size];
  const series = shownSeries(input, size);
  const months = series.flatMap(({ points }) => points.map(({ month }) => month));
  const [first, last] = months.length === 0 ? [0, 0] : [Math.min(...months), Math.max(...months)];
  const half = GRAIN_MONTHS[input.grain] / 2;
  const xdom = [first - half, last + half] as const;
  const axis = linesAxis(input, size);
  const [low, high] = axis.domain;
  const py = (value: number): number => (height * (high - value)) / (high - low);
  const across = { x: xdom[0], x2: xdom[1] };
  const marks = monthAxis(first, last, input.grain, labels);
  const ends = series.map(({ points }) => lastPoint(points));
  const endRow = (i: number): ChartRow[] => (ends[i] ? [{ x: ends[i].month, y: ends[i].value }] : []);
  const rows: Record<string, readonly ChartRow[]> = {
    grid: axis.levels.slice(1).map(y => ({ ...across, y })),
    axis: [{ ...across, y: low }],
    tick: marks.ticks.map(x => ({ x })),
    ...Object.fromEntries(series.slice(1).map(({ points }, i) => [OTHER_LINES[i]!, rowsOf(points)])),
    line: rowsOf(series[0]?.points ?? []),
    dot: series.flatMap((_, i) => (i === 0 ? [] : endRow(i))),
    alone: series.flatMap(({ points }) => rowsOf(alonePoints(points))),
    last: endRow(0),
    level: axis.levels.map((y, i) => ({ x: xdom[0], py: py(y) + 5, text: levelText(y, axis, input, i === axis.levels.length - 1) })),
    month: marks.months.map(({ month, text }) => ({ x: month, py: height + 24, text })),
    year: marks.years.map(({ month, text }) => ({ x: month, py: height + (marks.months.length === 0 ? 24 : 42), text })),
    example: input.example ? [{ x: xdom[0], py: -16, text: chartTexts.example }] : [],
    ...placeEndLabels(
      series.flatMap(({ name }, i) => (ends[i] ? [endLabel(name, ends[i].value, i)] : [])),
      xdom[1],
      -ABOVE,
      height + 8,
    ),
  };
  // The margin has names in two weights and no large figure.
  delete rows.endBig;
  return { height, above: ABOVE, below: BELOW, xdom, ydom: axis.domain, rows, says: describeLines(input, [first, last]) };

  function endLabel(name: string, value: number, i: number): EndLabel {
    const text = formatScaled(value, axis.magnitude, input.unit.decimals);
    const layer = i === 0 ? ('endStrong' as const) : ('end' as const);
    const lines = size === 'narrow' ? [`${letterOf(i)}\u00a0${text}`] : wrap(`${text} ${name}`, NAME[layer], NAME.lines);
    return { at: py(value), lines: lines.map(line => ({ layer, text: line })) };
  }
}

function describeLines({ title, unit, grain, series }: LinesInput, [first, last]: readonly [Month, Month]): Drawing['says'] {
  const span = formatSpan(first, last + GRAIN_MONTHS[grain] - 1);
  const sentences = series.map(({ name, points }) => {
    const end = lastPoint(points);
    return end ? chartTexts.lastOf(name, formatValue(end.value, unit), formatPeriod(grain, firstDay(end.month))) : chartTexts.noneOf(name);
  });
  const kind = chartTexts.kindOfGrain[grain];
  return { title, description: [chartTexts.severalLines(series.length, kind, span), ...sentences, chartTexts.inTable].join(' ') };
}
