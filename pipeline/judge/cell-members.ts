import type { MetricDeclaration } from '../words/metric.ts';
import type { Judging } from './judging.ts';

/**
 * The member of each of the metric's dimensions: the one that is named, else the goal's place for the place dimension,
 * else the dimension's own, else `*`. A metric without the place dimension ignores the place.
 */
export function cellMembers(
  judging: Pick<Judging, 'place' | 'dimensions'>,
  metric: Pick<MetricDeclaration, 'dimensions'>,
  named: Readonly<Record<string, string>>,
  place: string,
): Readonly<Record<string, string>> {
  const memberOf = (dimension: string) =>
    named[dimension] ?? (dimension === judging.place ? place : (judging.dimensions.get(dimension)?.own ?? '*'));
  return Object.fromEntries(metric.dimensions.map(dimension => [dimension, memberOf(dimension)]));
}

/** The members in the metric's dimension order, as in its observations. */
export const inOrder = (metric: Pick<MetricDeclaration, 'dimensions'>, cell: Readonly<Record<string, string>>): string[] =>
  metric.dimensions.map(dimension => cell[dimension] ?? '*');
