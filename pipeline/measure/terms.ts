import type { Aggregate, MetricDeclaration } from '../words/metric.ts';

/** What a metric's value is made of. A measure that is neither ratio nor average has no denominator. */
export interface Terms {
  numerator: Aggregate;
  denominator: Aggregate | null;
}

export function termsOf({ id, measure, over_time }: MetricDeclaration): Terms {
  if (measure.type !== 'ratio' && measure.type !== 'aggregate') throw new Error('only metrics over facts have terms');
  if (measure.type === 'aggregate' && measure.aggregate.function !== 'avg') return { numerator: measure.aggregate, denominator: null };
  // `read` refuses it: the mean's denominator would take the place of the ratio's.
  if (over_time === 'mean') throw new Error(`${id}: over_time: mean is of a sum or a count`);
  if (measure.type === 'ratio') return measure;
  return { numerator: { ...measure.aggregate, function: 'sum' }, denominator: { ...measure.aggregate, function: 'count' } };
}
