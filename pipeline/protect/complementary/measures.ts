import type { Aggregate } from '../../words/metric.ts';
import type { MeasuredMetric } from '../../words/stages.ts';

/** Measures that the same metrics publish, over the same facts: what is hidden of one is hidden of all. */
export interface Shared {
  /** The metrics that publish them. */
  metrics: readonly string[];
  measures: readonly string[];
}

/** Equal aggregates over the same facts are the same unknowns, whatever metric publishes them. */
export const measureKey = ({ function: name, argument, fraction, filter }: Aggregate): string =>
  JSON.stringify([name, argument, fraction, filter]);

/** What sums up over cells and periods. How many different people there are does not, but what is left of them is told by the same rows, so it is protected as if it did. */
const isAdditive = ({ function: name }: Aggregate): boolean => name === 'sum' || name === 'count';

/** The sets of measures that are decided together, in an order that rests on nothing else than what they are. */
export function sharedMeasures(metrics: readonly MeasuredMetric[]): Shared[] {
  const byMeasure = new Map<string, Set<string>>();
  for (const { declaration, composition } of metrics) {
    if (composition === null) continue;
    const { numerator, denominator, population } = composition;
    const told = [numerator, denominator].filter(aggregate => aggregate !== null).filter(isAdditive);
    for (const aggregate of population === null ? told : [...told, population]) {
      const key = `${composition.facts} ${measureKey(aggregate)}`;
      byMeasure.set(key, (byMeasure.get(key) ?? new Set()).add(declaration.id));
    }
  }
  const byMetrics = new Map<string, { metrics: string[]; measures: string[] }>();
  for (const [measure, ids] of [...byMeasure].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = [...ids].sort();
    const key = JSON.stringify(sorted);
    const same = byMetrics.get(key);
    if (same) same.measures.push(measure);
    else byMetrics.set(key, { metrics: sorted, measures: [measure] });
  }
  return [...byMetrics.values()];
}
