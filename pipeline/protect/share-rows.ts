import type { Protected, ProtectedMetric } from '../words/stages.ts';

/**
 * Where two audiences may see the very same rows of a metric, parts and comparisons included, gives both the same arrays,
 * so that what is made from them (files, series, charts) is made once. Nothing else changes.
 */
export function shareRows(cells: Protected, other: Protected | undefined): Protected {
  if (other === undefined) return cells;
  const others = new Map(other.metrics.map(metric => [metric.declaration.id, metric]));
  return {
    ...cells,
    metrics: cells.metrics.map(metric => {
      const same = others.get(metric.declaration.id);
      if (same === undefined || !showSame(metric, same)) return metric;
      return { ...metric, observations: same.observations, parts: same.parts, comparisons: same.comparisons };
    }),
  };
}

const showSame = (a: ProtectedMetric, b: ProtectedMetric): boolean =>
  areEqual(a.observations, b.observations) && areEqual(a.parts, b.parts) && areEqual(a.comparisons, b.comparisons);

const areEqual = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i] || JSON.stringify(row) === JSON.stringify(b[i]));

/** True where two audiences see the very same of everything, so that what is judged from it is the same too. */
export const seeSame = (a: Protected, b: Protected): boolean =>
  a.metrics.length === b.metrics.length &&
  a.metrics.every((metric, i) => metric.observations === b.metrics[i]!.observations) &&
  areEqual(a.reports, b.reports);
