import type { Derivation, MetricDeclaration } from './metric.ts';

/** A metric that an expression names. */
export type MetricTerm = Extract<Derivation, { type: 'metric' }>;

/** Every metric that a derived metric's expression names, as written. */
export function metricTerms(expression: Derivation): MetricTerm[] {
  if (expression.type === 'metric') return [expression];
  return expression.type === 'operation' ? [...metricTerms(expression.left), ...metricTerms(expression.right)] : [];
}

/** The metrics of those ids, and all that they are derived from, in the order of `all`. */
export function withParts<T extends Pick<MetricDeclaration, 'id' | 'measure'>>(ids: Iterable<string>, all: readonly T[]): T[] {
  const wanted = new Set(ids);
  for (const id of wanted) {
    const measure = all.find(metric => metric.id === id)?.measure;
    if (measure?.type === 'derived') for (const term of metricTerms(measure.expression)) wanted.add(term.id);
  }
  return all.filter(metric => wanted.has(metric.id));
}
