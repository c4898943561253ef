import type { Derivation, MetricDeclaration } from './metric.ts';

/**
 * True for counts and sums: they grow with what they are about, so a part has less than its whole, and a small
 * municipality less than a large one. A given metric does when it is counted in numbers (`unit: count`); a derived one
 * when a term does that is not divided by another that does.
 */
export function growsWithSize({ measure, unit }: MetricDeclaration, metrics: ReadonlyMap<string, MetricDeclaration>): boolean {
  switch (measure.type) {
    case 'ratio':
      return false;
    case 'given':
      return unit === 'count';
    case 'aggregate':
      return ['sum', 'count', 'count-distinct'].includes(measure.aggregate.function);
    case 'derived':
      return termGrows(measure.expression, metrics);
  }
}

function termGrows(term: Derivation, metrics: ReadonlyMap<string, MetricDeclaration>): boolean {
  if (term.type === 'number') return false;
  if (term.type === 'metric') {
    const metric = metrics.get(term.id);
    return metric !== undefined && growsWithSize(metric, metrics);
  }
  const left = termGrows(term.left, metrics);
  const right = termGrows(term.right, metrics);
  return term.operator === '/' ? left && !right : left || right;
}
