import type { GroupHistory } from '../../pipeline/contract/comparisons.ts';
import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { ComparedMetric } from '../compare-group.ts';
import { groupName, latestOf } from '../compare-group.ts';
import { compareTexts as t } from '#texts/compare.ts';

/** The answer: the own figure, its place in a group, and what is better. No rank where none was computed. */
export function compareSentence({ metric, own }: ComparedMetric, history: GroupHistory): string {
  const { period_start, own: value, n, spread, standing } = latestOf(history);
  const among = history.group === null ? t.amongAll : t.amongGroup(groupName(history));
  const period = formatPeriod(metric.finest, period_start);
  const median = spread && t.median(formatValue(spread.median, metric), among);
  return [
    ...(value === null ? [] : [t.sentence(own, formatValue(value, metric), period)]),
    ...(standing === null
      ? []
      : [
          `${t.standing(standing.rank, standing.ranked, among)}${standing.equals === 0 ? '' : t.shared(standing.equals)}.`,
          t.betterThan(standing.better_than, standing.ranked - 1),
        ]),
    ...(median === null ? [t.tooFew(n, among)] : standing === null ? [median] : []),
    t.desired[metric.desired],
  ].join(' ');
}
