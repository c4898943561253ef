import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Site, SiteMetric, SiteSource } from '../../pipeline/contract/site.ts';
import { formatMonth, formatSpan } from '../../pipeline/contract/format-day.ts';
import { lastDay, monthOf, yearOf } from '../../pipeline/contract/period.ts';
import { rankedMetrics, type RankedMetric } from '../goal-metrics.ts';
import { placeName } from '../place-of.ts';
import { goalsWithin, isThere } from '../place-tree.ts';
import { remember } from '../remember.ts';
import type { PlacedGoal, PlacedIndicator, SiteIndex } from '../site-index.ts';
import { reportTexts as t } from '#texts/report.ts';

/** What a report of the whole or of a board is about. */
export interface Report {
  /** Null for the whole. */
  board: HierarchyNode | null;
  /** The board's id; `*` for the whole. */
  place: string;
  /** What readers call the place. */
  name: string;
  /** Of plans in force: the whole's own, or those of the board and of everything under it. */
  goals: readonly PlacedGoal[];
  /** Those of its goals. */
  indicators: readonly PlacedIndicator[];
  /** The chosen metrics that the place has figures of. */
  metrics: readonly RankedMetric[];
}

/** The reports that a tree has, the whole's first: of every place that has a goal or a figure today. */
export const reportsOf = remember((index: SiteIndex): readonly Report[] =>
  [null, ...index.boards.filter(board => isThere(index, board))]
    .map(board => reportOf(index, board))
    .filter(({ goals, metrics }) => goals.length + metrics.length > 0),
);

/** The report of a board, or of the whole, whether a tree has it or not. */
function reportOf(index: SiteIndex, board: HierarchyNode | null): Report {
  const place = board?.id ?? '*';
  const goals = board === null ? index.goals.filter(({ plan, goal }) => !plan.ended && goal.place === '*') : goalsWithin(index, place);
  const own = new Set(goals.map(({ goal }) => goal));
  const indicators = index.indicators.filter(({ goal }) => own.has(goal));
  return { board, place, name: placeName(index, place), goals, indicators, metrics: chosenMetrics(index, place, indicators) };
}

/**
 * Those that `malbild.yaml` chooses, in its order; else those that the indicators are about; where no plan says what is to be followed, all. Worst
 * first where no order is chosen.
 */
function chosenMetrics(index: SiteIndex, place: string, indicators: readonly PlacedIndicator[]): readonly RankedMetric[] {
  const ranked = rankedMetrics(index, place);
  const { reports } = index.site;
  const chosen = reports.boards[place] ?? reports.metrics;
  if (chosen !== null) return chosen.flatMap(id => ranked.find(({ metric }) => metric.id === id) ?? []);
  const followed = new Set(indicators.map(({ indicator }) => indicator.metric));
  return followed.size === 0 ? ranked : ranked.filter(({ metric }) => followed.has(metric.id));
}

/** `Delårsrapport, januari–augusti 2026` in a follow-up's tree, else `Månadsrapport, oktober 2026`: the last month that has ended. */
export function reportTitle({ as_of: asOf, follow_up: followUp }: Pick<Site, 'as_of' | 'follow_up'>): string {
  const month = monthOf(followUp?.through ?? asOf);
  if (followUp !== null) return t.followUp(followUp.name, formatSpan(yearOf(month) * 12, month));
  return t.monthly(formatMonth(lastDay(month) === asOf ? month : month - 1));
}

/** The metrics that a report says anything of. */
const metricsOf = (index: SiteIndex, { metrics, indicators }: Report): ReadonlySet<SiteMetric> =>
  new Set([...metrics.map(({ metric }) => metric), ...indicators.flatMap(({ indicator }) => index.metric(indicator.metric ?? '') ?? [])]);

/** The sources that a report's figures come from, those that are late or could not be read first. */
export function reportSources(index: SiteIndex, report: Report): readonly SiteSource[] {
  const used = new Set([...metricsOf(index, report)].flatMap(metric => metric.sources));
  const rank = ({ broken, late }: SiteSource): number => (broken ? 0 : late ? 1 : 2);
  return index.site.sources.filter(({ id }) => used.has(id)).toSorted((a, b) => rank(a) - rank(b));
}

/** True where a figure in the report could be hidden, since it is about people. */
export const mayHide = (index: SiteIndex, report: Report): boolean =>
  [...metricsOf(index, report)].some(({ threshold }) => threshold !== null);

/** The indicators that do not reach their target, or only in part, or are forecast not to, worst first. */
export const deviating = ({ indicators }: Report): readonly PlacedIndicator[] =>
  (['not-met', 'partly'] as const).flatMap(status => indicators.filter(({ indicator }) => indicator.status === status));
