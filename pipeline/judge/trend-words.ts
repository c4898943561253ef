import type { Unit } from '../contract/format-number.ts';
import type { TrendFact } from '../contract/goals.ts';
import { sayDifference } from './say.ts';
import { sv } from './texts/sv.ts';

/** `0,4 procentenheter lägre än samma period året före, en förbättring`; counts are more or fewer. */
function trendWords(trend: TrendFact, unit: Unit): string {
  const than =
    trend.years > 1 ? sv.measurementBefore(trend.years) : trend.reduced || isWholeYear(trend) ? sv.yearBefore : sv.samePeriodYearBefore;
  if (trend.own === trend.before) return sv.unchanged(than);
  const difference = sayDifference(trend.own, trend.before, unit);
  const isCount = unit.unit_id === 'count';
  const [above, below] = isCount ? [sv.more, sv.fewer] : [sv.higher, sv.lower];
  const words = trend.own > trend.before ? above(difference, than) : below(difference, than);
  if (trend.direction === 'swings') return sv.swinging(words);
  if (trend.within_margin) return sv.withinMargin(words);
  if (trend.direction === 'better') return sv.improving(words);
  return trend.direction === 'worse' ? sv.worsening(words) : words;
}

const isWholeYear = ({ period_start, period_end }: TrendFact): boolean => period_start.endsWith('-01-01') && period_end.endsWith('-12-31');

export const trendSentence = (trend: TrendFact, unit: Unit): string =>
  trend.reduced ? sv.overCommonThatIs(trendWords(trend, unit)) : sv.thatIs(trendWords(trend, unit));
