import type { Cell } from '../../contract/observation.ts';
import type { Aggregate } from '../../words/metric.ts';
import type { Composition } from '../../words/stages.ts';
import { measureKey, type Shared } from './measures.ts';
import type { Told } from './rows.ts';

/** True where a cell's figure of some measure is as small as one can be. */
export type IsLowest = (told: Told) => boolean;

/**
 * What is told by the lowest that figures can be, of measures that are no less than 0: that a part of nobody is nobody. In a share of a count,
 * that all are in it too. How many people cells are about is another matter: there a hidden one is not 0.
 */
export function lowestOf({ measures }: Shared, told: readonly Told[]): IsLowest[] {
  const compositions = new Set(told.filter(({ cell }) => cell !== null).map(({ sum }) => sum.composition));
  const having = (of: (composition: Composition) => boolean): ReadonlySet<Composition> => new Set([...compositions].filter(of));
  const numerators = having(composition => isShared(composition, composition.numerator, measures));
  const denominators = having(composition => isShared(composition, composition.denominator, measures));
  const shares = having(composition => numerators.has(composition) && isShareOfCount(composition));
  const figures = [
    { of: numerators, figure: (cell: Cell) => numberOf(cell.numerator) ?? cell.value },
    { of: denominators, figure: (cell: Cell) => numberOf(cell.denominator) },
    { of: shares, figure: (cell: Cell) => (cell.numerator === null ? null : Number(cell.denominator) - Number(cell.numerator)) },
  ].map(
    ({ of, figure }) =>
      (one: Told): number | null =>
        one.cell !== null && of.has(one.sum.composition) ? figure(one.cell) : null,
  );
  return figures.filter(figure => told.every(one => (figure(one) ?? 0) >= 0)).map(figure => one => figure(one) === 0);
}

function isShared({ facts, population }: Composition, aggregate: Aggregate | null, measures: readonly string[]): boolean {
  if (aggregate === null || (population !== null && measureKey(population) === measureKey(aggregate))) return false;
  return measures.includes(`${facts} ${measureKey(aggregate)}`);
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const isShareOfCount = ({ numerator, denominator }: Composition): boolean =>
  numerator.function === 'count' &&
  denominator !== null &&
  denominator.filter === null &&
  measureKey({ ...numerator, filter: null }) === measureKey(denominator);
