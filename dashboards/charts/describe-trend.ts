import { formatPeriod, formatSpan } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import { firstDay, GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { describeOutlook } from './describe-outlook.ts';
import type { TrendInput } from './series.ts';
import { lastPoint } from './series.ts';

/** A trend chart in words: what it spans, its latest, lowest and highest value, the target, and what is usual, unusual and foretold. */
export function describeTrend(input: TrendInput): { title: string; description: string } {
  const { points, grain, unit, title } = input;
  const last = lastPoint(points);
  const valued = points.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
  if (last === null || valued.length === 0) return { title, description: chartTexts.noValues };
  const period = (month: number) => formatPeriod(grain, firstDay(month));
  const lowest = valued.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = valued.reduce((a, b) => (b.value > a.value ? b : a));
  const span = formatSpan(points[0]!.month, points.at(-1)!.month + GRAIN_MONTHS[grain] - 1);
  const holes = points.length - valued.length;
  const sentences = [
    chartTexts.lineChart(points.length, grain, span),
    chartTexts.latest(formatValue(last.value, unit), period(last.month)),
    chartTexts.extremes(formatValue(lowest.value, unit), period(lowest.month), formatValue(highest.value, unit), period(highest.month)),
    ...(holes > 0 ? [chartTexts.holes(holes)] : []),
    ...(input.targets.length > 0 ? [chartTexts.target(input.targets.at(-1)!.words)] : []),
    ...(input.outlook ? describeOutlook(input.outlook, input) : []),
    ...(input.events.length > 0 ? [chartTexts.events(input.events.map(({ words }) => words).join('; '))] : []),
    ...(input.example ? [`${chartTexts.example}.`] : []),
    chartTexts.inTable,
  ];
  return { title, description: sentences.join(' ') };
}
