import { withMember, WHOLE, type Cell, type Figure, type Tuple } from './figure.ts';
import { wholeLessParts, type Sum } from './sums.ts';

/** The dimensions, of those that are no trees, in which a tuple names a member: as bits. */
type Shape = number;

/**
 * What the cells of a figure add up to over the members of dimensions that are no trees: sexes, ages. A breakdown adds up to the nearest one that leaves out
 * some of its dimensions; two breakdowns that nothing published stands between ([sex], [age] of each unit) are tied by what they have in common, unseen.
 */
export function memberSums(figure: Figure): Sum[] {
  const dimensions = [...figure.flat];
  const numbers = new Map(figure.tuples.map((tuple, i) => [tuple.key, i]));
  const groups = groupsOf(figure.tuples, dimensions, numbers);
  return figure.cells.flatMap(cells =>
    [...groups].flatMap(([above, ways]): Sum[] => {
      const published = numbers.get(above);
      const whole = published === undefined ? undefined : cells[published];
      const there = ways.map(parts => parts.map(part => cells[part])).filter(parts => parts.some(Boolean));
      if (there.length < (whole ? 1 : 2)) return [];
      const tied: Cell = whole ?? { state: 'open', text: null, rows: [], lower: null };
      return there.map(parts => wholeLessParts(tied, parts));
    }),
  );
}

const shapeOf = (tuple: Tuple, dimensions: readonly string[]): Shape =>
  dimensions.reduce((shape, dimension, i) => (tuple.members.has(dimension) ? shape | (1 << i) : shape), 0);

/** By the tuple they add up to: the groups of tuples that do, one for each breakdown. */
function groupsOf(tuples: readonly Tuple[], dimensions: readonly string[], numbers: ReadonlyMap<string, number>): Map<string, number[][]> {
  const published = new Set(tuples.map(tuple => shapeOf(tuple, dimensions)));
  const all = closed(published);
  const within = (tuple: Tuple, shape: Shape): string =>
    dimensions.reduce((left, dimension, bit) => (shape & (1 << bit) ? left : withMember(left, dimension, WHOLE)), tuple).key;
  const groups = new Map<string, Map<Shape, number[]>>();
  for (const [i, tuple] of tuples.entries()) {
    const own = shapeOf(tuple, dimensions);
    for (const below of all) {
      if (below === own || (below & own) !== below) continue;
      const between = [...published].filter(shape => isBetween(shape, below, own));
      if (between.some(shape => numbers.has(within(tuple, shape)))) continue;
      const above = within(tuple, below);
      const ways = groups.get(above) ?? groups.set(above, new Map()).get(above)!;
      (ways.get(own) ?? ways.set(own, []).get(own)!).push(i);
    }
  }
  return new Map([...groups].map(([above, ways]) => [above, [...ways.values()]]));
}

const isBetween = (shape: Shape, below: Shape, above: Shape): boolean =>
  shape !== below && shape !== above && (shape & above) === shape && (below & shape) === below;

/** The shapes, and what any of them have in common. */
function closed(published: ReadonlySet<Shape>): Set<Shape> {
  const all = new Set(published);
  for (const a of all) for (const b of all) all.add(a & b);
  return all;
}
