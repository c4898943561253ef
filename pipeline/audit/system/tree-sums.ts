import { tupleOf, withMember, type Cell, type Figure, type Tree } from './figure.ts';
import { wholeLessParts, type Sum } from './sums.ts';
import { sumsOver } from './time-sums.ts';

/** A member that has rows, and where the part of it that one parent had stands. */
interface Child {
  member: string;
  whole: number;
  parent: string;
  part: number | undefined;
}

/** What the cells of a figure add up to along a dimension that is a tree, each span in the tree of its months. */
export function treeSums(figure: Figure, dimension: string): Sum[] {
  const tree = figure.trees.get(dimension)!;
  const numbers = new Map(figure.tuples.map((tuple, i) => [tuple.key, i]));
  const byParent = new Map<number, Child[]>();
  const moved: Child[][] = [];
  for (const [whole, tuple] of figure.tuples.entries()) {
    const member = tuple.members.get(dimension);
    if (member === undefined || tuple.parent !== null) continue;
    const children = tree
      .parentsEver(member)
      .map((parent): Child => ({ member, whole, parent, part: numbers.get(tupleOf(tuple.members, parent).key) }));
    for (const child of children) {
      const above = numbers.get(withMember(tuple, dimension, child.parent).key);
      if (above !== undefined) (byParent.get(above) ?? byParent.set(above, []).get(above)!).push(child);
    }
    if (children.some(({ part }) => part !== undefined)) moved.push(children);
  }
  return [...upwards(figure, tree, byParent), ...moved.flatMap(parts => partSums(figure, tree, parts))];
}

/** A parent is what its children are together. */
function upwards(figure: Figure, tree: Tree, byParent: ReadonlyMap<number, readonly Child[]>): Sum[] {
  const sums: Sum[] = [];
  for (const [span, cells] of figure.cells.entries())
    for (const [above, children] of byParent) {
      const whole = cells[above];
      const parts = whole && children.map(child => partOf(figure, tree, span, child));
      // Without any child's row it is not broken down here; where nobody can say how much of a child it had, it is not summed.
      if (whole && parts && !parts.includes(null) && parts.some(Boolean)) sums.push(wholeLessParts(whole, parts as (Cell | undefined)[]));
    }
  return sums;
}

/** What of a child its parent had in a span: a cell, undefined for nothing, or null where that cannot be said. */
function partOf(figure: Figure, tree: Tree, span: number, { member, whole, parent, part }: Child): Cell | undefined | null {
  const cells = figure.cells[span]!;
  const parents = tree.parentsIn(member, figure.spans[span]!, figure.covered);
  if (!parents.includes(parent)) return undefined;
  if (parents.length === 1) return cells[whole];
  return part !== undefined && cells[part] !== undefined ? cells[part] : cells[whole] && null;
}

/** A moved member is its parts together; and what one parent had of it adds up over time, as the member itself does. */
function partSums(figure: Figure, tree: Tree, parts: readonly Child[]): Sum[] {
  const sums: Sum[] = [];
  for (const cells of figure.cells) {
    const whole = cells[parts[0]!.whole];
    const own = parts.map(({ part }) => (part === undefined ? undefined : cells[part]));
    if (whole && own.some(Boolean)) sums.push(wholeLessParts(whole, own));
  }
  for (const child of parts) {
    const had = figure.spans.flatMap((span, at) => {
      const cell = partOf(figure, tree, at, child);
      return cell ? [[span, cell] as const] : [];
    });
    const elsewhere = figure.spans.filter(span => !tree.parentsIn(child.member, span, figure.covered).includes(child.parent));
    sums.push(...sumsOver(had, [...elsewhere, ...figure.empty[child.whole]!]));
  }
  return sums;
}
