import type { Forecastable } from '../../pipeline/judge/forecast/history.ts';
import { evaluate, type Trial } from './evaluate.ts';
import { consumerPrices, foodPrices, imports, koladaSeries } from './real-series.ts';

/** A value a period, and the sum of them a longer one: of a yearly series, itself. */
const metric = (unit: string): Forecastable => ({
  measure: { type: 'aggregate', aggregate: { function: 'sum', argument: 'value', fraction: null, filter: null } },
  over_time: 'sum',
  per: 1,
  accept_gaps: false,
  unit,
});

/** Shares are called percent, so that they are kept within what is possible; of 23 indicators these alone are something else. */
const OTHER: ReadonlySet<string> = new Set(['U07417', 'U07452']);

/** Kolada’s yearly indicators, each by itself: every year from the sixth known is forecast from those before. */
export async function koladaTrials(): Promise<ReadonlyMap<string, readonly Trial[]>> {
  const series = await koladaSeries();
  return new Map([...series].map(([kpi, of]) => [kpi, evaluate(metric(OTHER.has(kpi) ? 'count' : 'percent'), of, 1)]));
}

/** The real series with a season: the year’s sum is forecast each month (quarter) from what had come. */
export const seasonalTrials = (): ReadonlyMap<string, readonly Trial[]> =>
  new Map([
    ['consumer prices, 1 series of 184 months', evaluate(metric('index'), consumerPrices(), 12)],
    ['food prices, 12 series of 27 months', evaluate(metric('index'), foodPrices(), 12)],
    ['imports, 9 series of 13 quarters', evaluate(metric('index'), imports(), 4)],
  ]);
