import type { Aggregate } from '../../words/metric.ts';
import type { MeasuredMetric } from '../../words/stages.ts';

/** Equal aggregates over the same facts are the same unknowns, whatever metric publishes them. */
export const measureKey = ({ function: name, argument, fraction, filter }: Aggregate): string =>
  JSON.stringify([name, argument, fraction, filter]);

/** What sums up over cells and periods. How many different people there are does not, but what is left of them is told by the same rows, so it is protected as if it did. */
export const isAdditive = ({ function: name }: Aggregate): boolean => name === 'sum' || name === 'count';

/**
 * The metrics that are decided together: those that publish the same measure of the same facts, and those that share one with any of them. What one of them
 * hides, the others hide at the same key, so that no row shows what another hides. In an order that rests on nothing else than their ids.
 */
export function sharingMetrics(metrics: readonly MeasuredMetric[]): string[][] {
  const groups = new Map<string, Set<string>>();
  const groupOf = new Map<string, Set<string>>();
  for (const { declaration, composition } of metrics) {
    if (composition === null) continue;
    const { facts, numerator, denominator, population } = composition;
    const told = [numerator, denominator].filter(aggregate => aggregate !== null).filter(isAdditive);
    for (const aggregate of population === null ? told : [...told, population]) {
      const measure = `${facts} ${measureKey(aggregate)}`;
      const joined = new Set([declaration.id, ...(groupOf.get(declaration.id) ?? []), ...(groups.get(measure) ?? [])]);
      groups.set(measure, joined);
      for (const id of joined) groupOf.set(id, joined);
    }
  }
  return [...new Set(groupOf.values())].map(ids => [...ids].sort()).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
