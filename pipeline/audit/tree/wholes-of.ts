import { tupleOf, WHOLE, withMember, type Figure, type Span, type Tuple } from '../system/figure.ts';

/** All that a tuple is a part of, in the months of a span. */
export function wholesOf(figure: Figure, tuple: Tuple, span: Span): Tuple[] {
  let found: Tuple[] = [tuple];
  for (const dimension of [...figure.flat, ...figure.trees.keys()]) {
    const member = tuple.members.get(dimension);
    if (member === undefined) continue;
    const up = above(figure, dimension, member, tuple.parent, span);
    found = found.flatMap(whole => [whole, ...up.map(one => withMember({ ...whole, parent: null }, dimension, one))]);
  }
  // All of a unit that moved holds what one parent had of it.
  const unit = tuple.parent === null ? [] : [tupleOf(tuple.members)];
  return [...unit, ...found.slice(1)];
}

/** What holds all of a member in a span: its only parent then, or the one whose part it is, and so on up. */
function above(figure: Figure, dimension: string, member: string, parent: string | null, span: Span): string[] {
  const tree = figure.trees.get(dimension);
  if (tree === undefined) return [WHOLE];
  const isPart = parent !== null && tree.parentsEver(member).includes(parent);
  const all = new Set<string>();
  let only: readonly string[] = isPart ? [parent] : tree.parentsIn(member, span, figure.covered);
  while (only.length === 1 && !all.has(only[0]!)) {
    all.add(only[0]!);
    only = tree.parentsIn(only[0]!, span, figure.covered);
  }
  return [...all.add(WHOLE)];
}
