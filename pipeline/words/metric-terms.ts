import type { Derivation } from './metric.ts';

/** A metric that an expression names. */
export type MetricTerm = Extract<Derivation, { type: 'metric' }>;

/** Every metric that a derived metric's expression names, as written. */
export function metricTerms(expression: Derivation): MetricTerm[] {
  if (expression.type === 'metric') return [expression];
  return expression.type === 'operation' ? [...metricTerms(expression.left), ...metricTerms(expression.right)] : [];
}
