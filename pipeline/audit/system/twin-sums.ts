import { withMember, WHOLE, type Cell, type Figure, type Span, type Tree } from './figure.ts';
import type { Sum } from './sums.ts';

/**
 * Units that stand in two trees, the one of their time and today's, by the same id and name: readers see that they are the same. That is so in months in which all
 * that stood in the tree of the time stands in today's too; where something has closed since, nobody can read who has its history now.
 */
export function twinSums(figure: Figure): Sum[] {
  const numbers = new Map(figure.tuples.map(({ key }, i) => [key, i]));
  return pairsOf(figure.trees).flatMap(([dated, today]) =>
    figure.spans.flatMap((span, at) => {
      const same = sameUnits(figure.trees.get(dated)!, figure.trees.get(today)!, span);
      const cells: readonly (Cell | undefined)[] = figure.cells[at]!;
      return figure.tuples.flatMap((tuple, i): Sum[] => {
        const unit = tuple.members.get(dated);
        if (unit === undefined || !same.has(unit) || tuple.parent !== null || tuple.members.has(today)) return [];
        const twin = numbers.get(withMember(withMember(tuple, dated, WHOLE), today, unit).key);
        const [a, b] = [cells[i], twin === undefined ? undefined : cells[twin]];
        return a && b ? [[[a, 1], [b, -1]]] : []; // prettier-ignore
      });
    }),
  );
}

/** A tree that is the same always, beside one that is not. */
const pairsOf = (trees: ReadonlyMap<string, Tree>): [dated: string, today: string][] =>
  [...trees].flatMap(([dated, tree]) =>
    tree.isSameAlways ? [] : [...trees].flatMap(([today, other]): [string, string][] => (other.isSameAlways ? [[dated, today]] : [])),
  );

function sameUnits(dated: Tree, today: Tree, span: Span): Set<string> {
  const known = new Map(today.nodesIn(span).map(node => [node.id, node]));
  const then = dated.nodesIn(span);
  if (!then.every(({ id }) => known.has(id))) return new Set();
  const leaves = then.filter(
    ({ id, isLeaf, names }) => isLeaf && known.get(id)!.isLeaf && [...names].some(name => known.get(id)!.names.has(name)),
  );
  return new Set(leaves.map(({ id }) => id));
}
