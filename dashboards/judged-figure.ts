import { formatPeriod, formatSpan } from '../pipeline/contract/format-day.ts';
import type { Unit } from '../pipeline/contract/format-number.ts';
import { formatDifference, formatValue } from '../pipeline/contract/format-number.ts';
import type { JudgedGoal, JudgedIndicator, TrendFact } from '../pipeline/contract/goals.ts';
import { isBeforeTarget } from '../pipeline/contract/before-target.ts';
import { hasTarget } from '../pipeline/contract/has-target.ts';
import type { CellJudgement } from '../pipeline/contract/judgements.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import type { Status } from '../pipeline/contract/status.ts';
import { isBelowYear, monthOf, periodEnd, periodStart } from '../pipeline/contract/period.ts';
import { printedDifference } from '../pipeline/contract/round.ts';
import type { SeriesPoint } from './charts/series.ts';
import { unitHash } from './drill/drill-hash.ts';
import { pointsOf } from './drill/series-model.ts';
import { paths } from './paths.ts';
import { membersOf } from './place-of.ts';
import { drillPath } from './place-tree.ts';
import type { SiteIndex } from './site-index.ts';
import { figureTexts } from '#texts/figure.ts';
import { statusTexts } from '#texts/status.ts';
import { targetTexts } from '#texts/target.ts';
import { targetWords } from './words.ts';

/** An indicator's figure as printed, and the period it is about; null where there is none to print. */
export function judgedFigure(
  indicator: JudgedIndicator,
  metric: SiteMetric | null,
  print: (value: number, unit: Unit) => string = formatValue,
): { value: string; when: string } | null {
  if (metric === null) return null;
  if (indicator.value !== null) {
    return {
      value: print(indicator.value, metric),
      when: indicator.period_start === null ? '' : periodWords(indicator, spanText(indicator.period_start, indicator.period_end)),
    };
  }
  const { to_date } = indicator;
  if (to_date === null) return null;
  const when =
    isBelowYear(metric.finest) || indicator.period_start === null
      ? figureTexts.through(formatPeriod('month', to_date.through))
      : figureTexts.soFar(spanText(indicator.period_start, indicator.period_end));
  return { value: to_date.value === null ? statusTexts.flag[to_date.flag ?? 'missing'] : print(to_date.value, metric), when };
}

/** What an indicator's status is about: the forecast where it rests on that, else the outcome, or the outcome to date. */
export const outcomeOf = ({ rests_on, forecast, compared, value, to_date }: JudgedIndicator): number | null =>
  rests_on === 'forecast' ? forecast : (compared ?? value ?? to_date?.value ?? null);

/** How far from the one value that it is judged against, as both are printed: above zero is above it. Null where there is no such value. */
export function deviationOf(indicator: JudgedIndicator, unit: Unit | null): number | null {
  const outcome = outcomeOf(indicator);
  const { against } = indicator;
  return unit === null || outcome === null || typeof against !== 'number' ? null : printedDifference(outcome, against, unit.decimals);
}

const periodWords = (indicator: JudgedIndicator, period: string): string =>
  isBeforeTarget(indicator) ? figureTexts.latestKnown(period) : period;

export const spanText = (start: string, end: string | null): string => formatSpan(monthOf(start), monthOf(end ?? start));

/** The period that an indicator's target is about, whatever period its figure is of. */
export function targetPeriod({ measures, by }: JudgedIndicator): string {
  if (measures === null) return by.slice(0, 4);
  const first = periodStart(monthOf(by), measures);
  return formatSpan(first, periodEnd(first, measures));
}

/** A target in words, with the names and units of its site. */
export function targetOf(index: SiteIndex, indicator: JudgedIndicator, print?: (limit: number, unit: Unit) => string): string {
  if (indicator.target.type === 'better-than-last-year' && indicator.every > 1) return targetTexts.betterThanBefore;
  return targetWords(
    indicator.target,
    indicator.metric === null ? null : index.metric(indicator.metric),
    id => index.metric(id)?.name ?? id,
    print,
  );
}

/** `mål högst 6,5 %`, in the middle of a line; `inget målvärde` where none is decided. */
export function targetClause(index: SiteIndex, indicator: JudgedIndicator, print?: (limit: number, unit: Unit) => string): string {
  const words = targetOf(index, indicator, print);
  return hasTarget(indicator) ? targetTexts.target(words) : words;
}

/** `0,4 procentenheter högre än samma tid året innan`. */
export function trendWords(trend: TrendFact, metric: SiteMetric): string {
  const period = spanText(trend.period_start, trend.period_end);
  const than = trend.years > 1 ? figureTexts.measurementBefore(trend.years) : trend.reduced ? figureTexts.comparable : figureTexts.sameTime;
  if (trend.difference === 0) return figureTexts.equal(period, than);
  return figureTexts.differs(period, formatDifference(trend.difference, metric), trend.difference > 0, than);
}

/** Whether a figure goes a way, further than the two years' margins of error. */
export const goes = (trend: TrendFact | null, way: 'better' | 'worse'): boolean => trend?.direction === way && !trend.within_margin;

/** The direction of travel in a word; a difference within the margin of error is neither better nor worse. */
export const trendWord = (trend: TrendFact): string =>
  trend.within_margin ? statusTexts.withinMargin : statusTexts.trend[trend.direction];

/**
 * The page where an indicator's figures are: the metric at its board, drilled to its unit, or the whole. Null for a milestone or what
 * this reader may not see.
 */
export function metricPageOf(index: SiteIndex, metricId: string | null, place: string): string | null {
  const metric = metricId === null ? null : index.metric(metricId);
  if (metric === null) return null;
  const board = place === '*' || !metric.dimensions.includes(index.place?.id ?? '') ? null : index.boardOf(place);
  if (!board || !index.facts(metric, board.id)) return paths.metric(metric.id);
  const path = drillPath(index, place);
  const page = paths.metricAt(metric.id, board.id);
  return path.length === 0 || !index.facts(metric, place) ? page : `${page}#${unitHash(path)}`;
}

/** What is judged of a metric at a place; null where nothing is. */
export function judgementAt(index: SiteIndex, metric: SiteMetric, place: string): CellJudgement | null {
  const members = String(membersOf(index, metric, place));
  return metric.judgements().find(cell => String(cell.members) === members) ?? null;
}

/** The finest series of a metric at a cell, for a sparkline. */
export function seriesAt(index: SiteIndex, metric: SiteMetric, members: readonly string[]): readonly SeriesPoint[] {
  const cells = index
    .cells(metric, metric.finest, 'period', members)
    .map(({ period_start, value, flag, marks }) => ({ month: monthOf(period_start), value, flag, marks, part: false, revised: null }));
  return pointsOf(cells, metric.finest);
}

/** How many of each status. */
export function countStatuses(parts: readonly { status: Status }[]): Record<Status, number> {
  const counts: Record<Status, number> = { met: 0, partly: 0, 'not-met': 0, 'not-assessable': 0 };
  for (const { status } of parts) counts[status]++;
  return counts;
}

/** A goal's indicators at every level under it that have a target. */
export const allIndicators = (goal: JudgedGoal): readonly JudgedIndicator[] => [
  ...goal.indicators.filter(hasTarget),
  ...goal.goals.flatMap(allIndicators),
];
