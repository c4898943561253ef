import type { JudgedIndicator } from '../pipeline/contract/goals.ts';
import type { Grain } from '../pipeline/contract/period.ts';
import { GRAIN_MONTHS, monthOf, periodEnd, periodStart } from '../pipeline/contract/period.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import type { TargetSpan } from './charts/series.ts';
import { LEVEL_UNITS } from './drill/unit-table.ts';
import { limitWords, partlyWords, targetWords } from './words.ts';
import { targetTexts } from '#texts/target.ts';

/** A limit that can stand in a chart of the finest grain; null for other targets, and for sums over longer periods. */
export function limitToDraw(indicator: JudgedIndicator, metric: SiteMetric): number | null {
  if (indicator.target.type !== 'at-most' && indicator.target.type !== 'at-least') return null;
  return canBeDrawnAt(indicator, metric, metric.finest) ? indicator.target.limit : null;
}

/** A level can be compared with a limit for a longer period; a count or an amount only with one for its own. */
const canBeDrawnAt = (indicator: JudgedIndicator, metric: SiteMetric, grain: Grain): boolean =>
  indicator.measures === grain ||
  (LEVEL_UNITS.includes(metric.unit_id) && GRAIN_MONTHS[grain] < GRAIN_MONTHS[indicator.measures ?? 'year']);

/** The targets that a metric's chart shows at each grain, over the period each is about, earliest first. */
export function targetSpans(indicators: readonly JudgedIndicator[], metric: SiteMetric): Partial<Record<Grain, TargetSpan[]>> {
  const drawn = indicators.flatMap(indicator => spansOf(indicator, metric).map(span => ({ indicator, span })));
  return Object.fromEntries(
    metric.grains.map(grain => [
      grain,
      drawn
        .filter(({ indicator }) => canBeDrawnAt(indicator, metric, grain))
        .map(({ span }) => span)
        .sort((a, b) => a.first - b.first),
    ]),
  );
}

function spansOf(indicator: JudgedIndicator, metric: SiteMetric): TargetSpan[] {
  const { target, measures, by } = indicator;
  if (measures === null) return [];
  const first = indicator.period_start === null ? periodStart(monthOf(by), measures) : monthOf(indicator.period_start);
  const span = { first, last: indicator.period_end === null ? periodEnd(first, measures) : monthOf(indicator.period_end) };
  const words = targetTexts.target(targetWords(target, metric, () => ''));
  if (target.type === 'at-most' || target.type === 'at-least') {
    if (target.limit === null) return [];
    const inWords = target.metric === null ? words : targetTexts.target(limitOnly(target.type, target.limit, metric));
    return [{ ...span, limit: target.limit, partly: target.partly, words: inWords, partlyWords: partlyWords(target, metric) }];
  }
  if (target.type === 'between') {
    return [
      { ...span, limit: target.low, partly: target.partly?.[0] ?? null, words, partlyWords: null },
      { ...span, limit: target.high, partly: target.partly?.[1] ?? null, words, partlyWords: partlyWords(target, metric) },
    ];
  }
  return [];
}

const limitOnly = (type: 'at-most' | 'at-least', limit: number, metric: SiteMetric): string =>
  (type === 'at-most' ? targetTexts.atMost : targetTexts.atLeast)(limitWords(limit, metric));
