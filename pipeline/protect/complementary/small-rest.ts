import type { Aggregate, MetricDeclaration } from '../../words/metric.ts';
import { measureKey } from './measures.ts';
import type { Row, Told } from './rows.ts';

/**
 * Marks the rows that leave few of those that are counted: all but a few are in a share (19 of 20), or another metric over the same facts counts
 * a few more. How many they are would be told by a subtraction, so such a row may not be seen. `isSmall`: of how many people.
 */
export function markSmallRests(
  rows: readonly Row[],
  declarations: ReadonlyMap<string, MetricDeclaration>,
  isSmall: (metric: MetricDeclaration, people: number) => boolean,
): void {
  const all = new Map<string, number>();
  const facts = new Set(rows.flatMap(({ tells }) => tells.filter(isOfSome).map(({ sum }) => sum.composition.facts)));
  for (const { tells } of rows)
    for (const told of tells) {
      const { facts: own, population } = told.sum.composition;
      if (facts.has(own) && population !== null && population.filter === null && told.population !== null)
        all.set(keyOf(told, population), told.population);
    }
  for (const row of rows)
    row.isSecret ||= row.tells.filter(isOfSome).some(told => {
      const { numerator } = told.sum.composition;
      const whole = all.get(keyOf(told, { ...numerator, filter: null }));
      const some = told.cell!.numerator === null ? told.cell!.value! : Number(told.cell!.numerator);
      return whole !== undefined && whole > some && isSmall(declarations.get(told.metric)!, whole - some);
    });
}

/** True where some of the facts are counted: those that a filter keeps. */
const isOfSome = ({ sum: { composition }, cell }: Told): boolean =>
  cell !== null && cell.value !== null && composition.numerator.function === 'count' && composition.numerator.filter !== null;

const keyOf = ({ sum: { composition, cell, units } }: Told, aggregate: Aggregate): string =>
  JSON.stringify([composition.facts, measureKey(aggregate), composition.dimensions.map(({ id }) => id), cell, units]);
