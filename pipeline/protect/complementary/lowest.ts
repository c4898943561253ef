import type { Cell } from '../../contract/observation.ts';
import type { Aggregate } from '../../words/metric.ts';
import type { Composition } from '../../words/stages.ts';
import { isAdditive, measureKey } from './measures.ts';
import type { Told } from './rows.ts';

/** What a cell says of one measure; null where it says nothing. */
interface Figure {
  measure: string;
  of(cell: Cell): number | null;
}

/**
 * True where some figure of a cell is as small as one can be, of measures that are no less than 0: a reader knows that a part of nobody is nobody. In a share of a
 * count, that all are in it too. How many people cells are about is another matter: there a hidden one is not 0.
 */
export function lowestOf(told: readonly Told[]): (told: Told) => boolean {
  const figures = new Map<Composition, Figure[]>();
  for (const { sum, cell } of told)
    if (cell !== null && !figures.has(sum.composition)) figures.set(sum.composition, figuresOf(sum.composition));
  const numbersOf = ({ sum, cell }: Told): [measure: string, number: number][] =>
    cell === null
      ? []
      : figures.get(sum.composition)!.flatMap(({ measure, of }) => {
          const number = of(cell);
          return number === null ? [] : [[measure, number]];
        });
  const negative = new Set(told.flatMap(one => numbersOf(one).flatMap(([measure, number]) => (number < 0 ? [measure] : []))));
  return one => numbersOf(one).some(([measure, number]) => number === 0 && !negative.has(measure));
}

function figuresOf({ numerator, denominator, population }: Composition): Figure[] {
  const isOther = (aggregate: Aggregate): boolean =>
    isAdditive(aggregate) && (population === null || measureKey(population) !== measureKey(aggregate));
  const figures: Figure[] = [];
  if (isOther(numerator))
    figures.push({
      measure: measureKey(numerator),
      of: cell => (denominator === null && isNothing(cell) ? 0 : (numberOf(cell.numerator) ?? cell.value)),
    });
  if (denominator === null) return figures;
  if (isOther(denominator))
    figures.push({ measure: measureKey(denominator), of: cell => (isNothing(cell) ? 0 : numberOf(cell.denominator)) });
  if (
    numerator.function === 'count' &&
    denominator.filter === null &&
    measureKey({ ...numerator, filter: null }) === measureKey(denominator)
  )
    figures.push({
      measure: `not ${measureKey(numerator)}`,
      of: cell => (cell.numerator === null ? null : Number(cell.denominator) - Number(cell.numerator)),
    });
  return figures;
}

/** Not applicable: there is nothing to divide by, whatever is divided, or a stock that is gone. */
const isNothing = ({ flag }: Cell): boolean => flag === 'not-applicable';

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
