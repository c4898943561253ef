import type { Derivation, MetricDeclaration, OverTime } from '../words/metric.ts';

/**
 * True for counts and sums over time: half a year's figure says nothing of a target for the whole year. A derived metric
 * accumulates when a term does that is not divided by another that does.
 */
export function accumulates(
  metric: MetricDeclaration,
  metrics: ReadonlyMap<string, MetricDeclaration>,
  over: OverTime = metric.over_time,
): boolean {
  const { measure } = metric;
  if (measure.type === 'derived') return termAccumulates(measure.expression, metrics);
  if (measure.type !== 'aggregate' || over !== 'sum') return false;
  return ['sum', 'count', 'count-distinct'].includes(measure.aggregate.function);
}

function termAccumulates(term: Derivation, metrics: ReadonlyMap<string, MetricDeclaration>): boolean {
  if (term.type === 'number') return false;
  if (term.type === 'metric') {
    const metric = metrics.get(term.id);
    return metric !== undefined && accumulates(metric, metrics, term.over_time ?? metric.over_time);
  }
  const left = termAccumulates(term.left, metrics);
  const right = termAccumulates(term.right, metrics);
  return term.operator === '/' ? left && !right : left || right;
}
