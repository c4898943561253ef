import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import { budgetYears } from './budget-rows.ts';
import type { RankedMetric } from './goal-metrics.ts';
import { countStatuses, goes, judgedFigure, outcomeOf, targetClause } from './judged-figure.ts';
import { latestFlagged } from './latest-flagged.ts';
import { isThere } from './place-tree.ts';
import type { PlacedGoal, SiteIndex } from './site-index.ts';
import { stayWords } from './stay-words.ts';
import { overviewTexts } from '#texts/overview.ts';
import { placeTexts as t } from '#texts/place.ts';
import { shortValue, statusWord } from './words.ts';

/** A ranked metric with the indicator that it is judged by. */
type JudgedMetric = RankedMetric & { indicator: NonNullable<RankedMetric['indicator']> };

/** The answer of a place's page: when it was there, how its goals and its targets stand, what is furthest from target or stands out. */
export function placeSentence(
  index: SiteIndex,
  node: HierarchyNode,
  goals: readonly PlacedGoal[],
  ranked: readonly RankedMetric[],
): string {
  const judged = ranked.filter((one): one is JudgedMetric => one.indicator !== null);
  const standing = goals.map(({ goal }) => goal);
  const isJudged = judged.length > 0 || !isThere(index, node);
  return [
    ...stayWords(index, node),
    ...(standing.length === 0 ? [] : [overviewTexts.lede(countStatuses(standing), standing.some(isAhead))]),
    ...(judged.length === 0 ? [] : targetWords(index, judged)),
    ...(isJudged || ranked.length === 0 ? [] : untargetedWords(index, node, ranked)),
    ...attentionWords(index, node),
  ].join(' ');
}

const isAhead = ({ rests_on }: { rests_on: string | null }): boolean => rests_on === 'forecast' || rests_on === 'to-date';

function targetWords(index: SiteIndex, judged: readonly JudgedMetric[]): string[] {
  const [only] = judged;
  if (judged.length === 1) {
    const { metric, indicator } = only!;
    return [t.oneTarget(metric.name, statusWord(indicator.status, indicator.rests_on).toLowerCase(), figureWords(index, only!))];
  }
  const indicators = judged.map(({ indicator }) => indicator);
  const furthest = furthestFromTarget(judged);
  return [
    t.targets(countStatuses(indicators), indicators.some(isAhead)),
    ...(furthest === null ? [] : [t.furthest(furthest.metric.name, figureWords(index, furthest))]),
  ];
}

/** Of those that do not reach their target, the one that misses it by the largest share of it; null where none misses a number. */
function furthestFromTarget(judged: readonly JudgedMetric[]): JudgedMetric | null {
  const missed = judged
    .filter(({ indicator }) => indicator.status === 'not-met')
    .flatMap(one => {
      const miss = missOf(one);
      return miss === null ? [] : [{ one, miss }];
    });
  return missed.toSorted((a, b) => b.miss - a.miss)[0]?.one ?? null;
}

function missOf({ indicator }: JudgedMetric): number | null {
  const { against } = indicator;
  const outcome = outcomeOf(indicator);
  return typeof against !== 'number' || against === 0 || outcome === null ? null : Math.abs((outcome - against) / against);
}

/** `8,2 % till och med oktober 2026, mål högst 7,9 %`. */
function figureWords(index: SiteIndex, { metric, indicator }: JudgedMetric): string {
  const figure = judgedFigure(indicator, metric);
  return figure === null ? '' : `${figure.value} ${figure.when}, ${targetClause(index, indicator)}`;
}

/** Where nothing has a target: how the metrics go, what is hidden, and what the year may cost. */
function untargetedWords(index: SiteIndex, node: HierarchyNode, ranked: readonly RankedMetric[]): string[] {
  const count = (way: 'better' | 'worse') => ranked.filter(({ facts }) => goes(facts.trend, way)).length;
  const hidden = ranked.filter(
    ({ metric, facts }) => facts.latest === null && latestFlagged(index, metric, node.id)?.flag === 'suppressed',
  ).length;
  return [
    t.noTargets(ranked.length),
    t.trends(count('better'), count('worse')),
    ...(hidden === 0 ? [] : [t.hidden(hidden)]),
    ...budgetWords(index, node.id),
  ];
}

function budgetWords(index: SiteIndex, place: string): string[] {
  return budgetYears(index, place).flatMap(({ outcome, budget, forecast }) => {
    if (budget === null || forecast === null) return [];
    const over = forecast.value - budget;
    const words = over > 0 ? t.overBudget : t.underBudget;
    return [words(outcome.name, forecast.period_start.slice(0, 4), shortValue(Math.abs(over), outcome))];
  });
}

function attentionWords(index: SiteIndex, node: HierarchyNode): string[] {
  const items = index.site.attention.find(({ place }) => place === node.id)?.items ?? [];
  return items.length === 0
    ? []
    : [
        t.standsOut(
          items.length,
          items.every(({ place }) => place === node.id),
        ),
      ];
}
