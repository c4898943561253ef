import { WHOLE, withMember, type Figure } from '../system/figure.ts';
import { wholeLessParts, type Sum } from '../system/sums.ts';

/** The sums that a table declares for a dimension: a member, and those it is the sum of, whatever the other members are. */
export function declaredSums(figure: Figure, dimension: string, sums: Readonly<Record<string, readonly string[]>>, total: string): Sum[] {
  const numbers = new Map(figure.tuples.map(({ key }, i) => [key, i]));
  const [cells = []] = figure.cells;
  return Object.entries(sums).flatMap(([member, parts]) =>
    [...figure.tuples.entries()].flatMap(([i, tuple]): Sum[] => {
      if ((tuple.members.get(dimension) ?? WHOLE) !== (member === total ? WHOLE : member)) return [];
      const found = parts
        .map(part => numbers.get(withMember(tuple, dimension, part).key))
        .map(at => (at === undefined ? undefined : cells[at]));
      return found.some(Boolean) ? [wholeLessParts(cells[i]!, found)] : [];
    }),
  );
}
