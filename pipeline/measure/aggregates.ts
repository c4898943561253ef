import type { Aggregate } from '../words/metric.ts';

/**
 * How an aggregate is made for a cell and a set of finest periods. `rolled`: computed once for each atom and finest period,
 * and put together from those. `ranked` and `told-apart`: from how often each value occurs in each atom and finest period.
 */
export type HowMade = 'rolled' | 'ranked' | 'told-apart';

const HOW_MADE: Readonly<Record<Exclude<Aggregate['function'], 'avg'>, HowMade>> = {
  sum: 'rolled',
  count: 'rolled',
  min: 'rolled',
  max: 'rolled',
  median: 'ranked',
  quantile: 'ranked',
  'count-distinct': 'told-apart',
};

/** An average is a sum and a count before it comes here (terms.ts). */
export function howMade({ function: name }: Aggregate): HowMade {
  if (name === 'avg') throw new Error('an average is measured as a sum and a count');
  return HOW_MADE[name];
}

/** SQL of a rolled aggregate over a column of the facts, and of the same over such results. */
export const overFacts = ({ function: name }: Aggregate, column: string): string => `${name}(${column})`;
export const overResults = ({ function: name }: Aggregate, column: string): string =>
  name === 'min' || name === 'max' ? `${name}(${column})` : `sum(${column})`;

/** The fraction of the values that lies below a ranked aggregate. */
export const fractionOf = (aggregate: Aggregate): number => aggregate.fraction ?? 0.5;

/** A null in what it reads is a value that is not known, and not a row that does not count. */
export const readsEveryValue = ({ function: name }: Aggregate): boolean => name !== 'count' && name !== 'count-distinct';
