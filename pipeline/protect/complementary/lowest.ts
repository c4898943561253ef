import type { Cell } from '../../contract/observation.ts';
import { measureKey, type Shared } from './measures.ts';
import type { Told } from './rows.ts';

/** True where a cell's figure of some measure is as small as one can be. */
export type IsLowest = (told: Told) => boolean;

/**
 * What is told by the lowest that figures can be, of measures that are no less than 0: that a part of nobody is nobody. In a share of a count,
 * that all are in it too. How many people cells are about is another matter: there a hidden one is not 0.
 */
export function lowestOf({ measures }: Shared, told: readonly Told[]): IsLowest[] {
  const figures: ((told: Told) => number | null)[] = [
    one => (isShared(one, 'numerator', measures) ? numeratorOf(one.cell) : null),
    one => (isShared(one, 'denominator', measures) ? numberOf(one.cell?.denominator) : null),
    one => (isShared(one, 'numerator', measures) && isShareOfCount(one) ? restOf(one.cell!) : null),
  ];
  return figures.filter(figure => told.every(one => (figure(one) ?? 0) >= 0)).map(figure => one => figure(one) === 0);
}

function isShared({ sum: { composition }, cell }: Told, term: 'numerator' | 'denominator', measures: readonly string[]): boolean {
  const aggregate = composition[term];
  if (cell === null || aggregate === null || (composition.population && measureKey(composition.population) === measureKey(aggregate)))
    return false;
  return measures.includes(`${composition.facts} ${measureKey(aggregate)}`);
}

const numberOf = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Number(text));
const numeratorOf = (cell: Cell | null): number | null => numberOf(cell?.numerator) ?? cell?.value ?? null;
const restOf = (cell: Cell): number | null => (cell.numerator === null ? null : Number(cell.denominator) - Number(cell.numerator));

const isShareOfCount = ({ sum: { composition } }: Told): boolean =>
  composition.denominator !== null &&
  composition.numerator.function === 'count' &&
  composition.denominator.filter === null &&
  measureKey({ ...composition.numerator, filter: null }) === measureKey(composition.denominator);
