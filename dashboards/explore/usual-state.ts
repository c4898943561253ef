import type { Month } from '../../pipeline/contract/period.ts';
import type { Axis, ExploreState } from './explore-state.ts';
import { METRIC_AXIS, PERIOD_AXIS } from './explore-state.ts';
import type { Offer } from './offer.ts';
import { axesOf, chartsOf } from './offer.ts';

/** So that the same period a year before is among them. */
const USUAL_PERIODS = 13;

/** What is shown until a reader chooses: several metrics side by side, one metric by its first dimension, over the latest periods. */
export function usualState(offer: Offer): ExploreState {
  const rows = usualRows(offer);
  const columns = usualColumns(rows);
  return {
    metrics: offer.metrics.map(({ metric }) => metric),
    rows,
    columns,
    grain: offer.usualGrain,
    window: offer.windows[0] ?? 'period',
    from: null,
    to: null,
    members: {},
    chart: usualChart({ rows, columns }),
  };
}

const usualRows = (offer: Offer): Axis => (offer.metrics.length > 1 ? METRIC_AXIS : axesOf(offer)[0]!);
/** Periods, if they do not stand on the rows already. */
export const usualColumns = (rows: Axis): Axis | null => (rows === PERIOD_AXIS ? null : PERIOD_AXIS);
export const usualChart = (sides: Pick<ExploreState, 'rows' | 'columns'>): ExploreState['chart'] => chartsOf(sides)[0]!;

/** The first and the last period that are shown where a reader has not chosen; null where there are no figures. */
export function usualSpan(
  offer: Offer,
  { rows, columns, grain, window }: Pick<ExploreState, 'rows' | 'columns' | 'grain' | 'window'>,
): readonly [Month, Month] | null {
  const latest = offer.latest(grain, window);
  if (![rows, columns].includes(PERIOD_AXIS)) return latest === null ? null : [latest, latest];
  const periods = offer.periods(grain, window);
  if (latest === null) return null;
  // A budget has periods ahead of those that are over: the usual ones are those that led here.
  const over = periods.filter(month => month <= latest);
  return [over.at(-USUAL_PERIODS) ?? over[0] ?? latest, latest];
}
