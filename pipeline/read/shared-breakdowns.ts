/** What a derived metric may take of one of its parts. */
export interface PartShape {
  breakdowns: readonly (readonly string[])[];
  /** Members that the expression chooses, by dimension; `*` is the whole. */
  chosen: Readonly<Record<string, string>>;
  /** True where it has a grand total: a given metric's rows are as they come, and some dimensions do not add up. */
  whole: boolean;
}

/**
 * True where every part has rows to make those of a breakdown of, and each of its dimensions is some part's own: one that every
 * part chooses a member of has no rows to be told apart by.
 */
export const isShared = (parts: readonly PartShape[], breakdown: readonly string[], trees: ReadonlySet<string>): boolean =>
  breakdown.every(dimension => parts.some(part => !(dimension in part.chosen))) &&
  parts.every(part => takesBreakdown(part, breakdown, trees));

/**
 * True where a part has the rows of a breakdown, those at the members it chooses: it has a breakdown with these dimensions,
 * and what more it has is trees, whose `*` is in every breakdown (a flat dimension's is not).
 */
function takesBreakdown(part: PartShape, breakdown: readonly string[], trees: ReadonlySet<string>): boolean {
  const needed = [
    ...breakdown.filter(dimension => !(dimension in part.chosen)),
    ...Object.keys(part.chosen).filter(dimension => part.chosen[dimension] !== '*'),
  ];
  if (needed.length === 0 && part.whole) return true;
  return part.breakdowns.some(
    has => needed.every(dimension => has.includes(dimension)) && has.every(dimension => needed.includes(dimension) || trees.has(dimension)),
  );
}

/**
 * The breakdowns that every part has, in the order the first part names them; without those that lie in another one. A part
 * that chooses a member of a dimension has it in every breakdown: the others' rows are set against that one.
 */
export function sharedBreakdowns(parts: readonly PartShape[], trees: ReadonlySet<string>): string[][] {
  const candidates: string[][] = [];
  for (const part of parts) {
    for (const breakdown of part.breakdowns) {
      const dimensions = breakdown.filter(
        dimension => parts.some(other => !(dimension in other.chosen)) && parts.every(other => other.breakdowns.flat().includes(dimension)),
      );
      const known = candidates.some(
        other => other.length === dimensions.length && other.every(dimension => dimensions.includes(dimension)),
      );
      if (!known && isShared(parts, dimensions, trees)) candidates.push(dimensions);
    }
  }
  const inside = (one: readonly string[], other: readonly string[]): boolean =>
    one.length < other.length && one.every(d => other.includes(d)) && other.every(d => one.includes(d) || trees.has(d));
  return candidates.filter(one => (one.length === 0 ? candidates.length === 1 : !candidates.some(other => inside(one, other))));
}
