import type { Observation } from '../contract/observation.ts';
import type { Protected } from '../words/stages.ts';

/**
 * Where two audiences may see the same rows of a metric, gives both the same array, so that what is made from it (files,
 * series, charts) is made once. Nothing else changes.
 */
export function shareRows(cells: Protected, other: Protected | undefined): Protected {
  if (other === undefined) return cells;
  const others = new Map(other.metrics.map(metric => [metric.declaration.id, metric.observations]));
  return {
    ...cells,
    metrics: cells.metrics.map(metric => {
      const same = others.get(metric.declaration.id);
      return same !== undefined && areEqual(metric.observations, same) ? { ...metric, observations: same } : metric;
    }),
  };
}

const areEqual = (a: readonly Observation[], b: readonly Observation[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i] || JSON.stringify(row) === JSON.stringify(b[i]));
