import { formatPeriod, formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { drillTexts } from '#texts/drill.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import type { Axis, ExploreState } from './explore-state.ts';
import { dimensionOf, METRIC_AXIS, PERIOD_AXIS } from './explore-state.ts';
import type { Offer } from './offer.ts';
import { wholeMember } from './offer.ts';
import type { Head } from './pivot.ts';
import { spanOf } from './pivot.ts';

/** The word for a metric's unit in a head: `procent`, `kr`; empty for bare numbers. */
export const unitWord = ({ unit, unit_id }: ExploreMetric): string =>
  unit === '%'
    ? chartTexts.percent.toLowerCase()
    : unit === ''
      ? (chartTexts.withoutWord[unit_id]?.toLowerCase() ?? chartTexts.count.toLowerCase())
      : unit;

const nameWithUnit = (metric: ExploreMetric): string => `${metric.name}, ${unitWord(metric)}`;

/** What stands along a side. */
export const axisName = (offer: Offer, axis: Axis): string =>
  axis === METRIC_AXIS ? t.metrics : axis === PERIOD_AXIS ? t.period : offer.dimensions.find(({ id }) => id === dimensionOf(axis))!.name;

/** A row's or a column's name; a metric's with its unit. */
export function headName(head: Head): string {
  switch (head.type) {
    case 'member':
      return head.name;
    case 'period':
      return formatPeriodShort(head.grain, firstDay(head.month));
    case 'metric':
      return nameWithUnit(head.metric);
    case 'figure':
      return t.figure;
  }
}

/** What figures are about beside rows and columns: `Per månad, perioden för sig, oktober 2026. Kön: Kvinnor.` */
export function aboutWords(offer: Offer, state: ExploreState): string {
  const span = spanOf(offer, state);
  const sides = [state.rows, state.columns];
  const time = [
    chartTexts.everyGrain[state.grain],
    ...(state.window === 'period' ? [] : [drillTexts.windowName(state.window)]),
    ...(sides.includes(PERIOD_AXIS) || span === null ? [] : [formatPeriod(state.grain, firstDay(span[1]))]),
  ].join(', ');
  const members = offer.dimensions
    .filter(({ id, members }) => members.length > 1 && !sides.some(side => side !== null && dimensionOf(side) === id))
    .map(dimension => {
      const chosen = state.members[dimension.id]?.[0] ?? wholeMember(dimension);
      return t.about(dimension.name, dimension.members.find(([id]) => id === chosen)?.[1] ?? chosen);
    });
  return [time.charAt(0).toUpperCase() + time.slice(1), ...members].map(part => `${part}.`).join(' ');
}

/** Names of everything that the metrics rest on. */
export const sourceWords = (metrics: readonly ExploreMetric[]): string => t.source([...new Set(metrics.flatMap(({ sources }) => sources))]);
