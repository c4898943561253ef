import type { Month } from '../../contract/period.ts';

/** Months, both included; what has no time has one span that says nothing. */
export interface Span {
  first: Month;
  last: Month;
}

/** Where a number stands among members: those of the dimensions that are not taken as a whole. */
export interface Tuple {
  /** Equal for equal tuples. */
  key: string;
  members: ReadonlyMap<string, string>;
  /** Of a moved unit's part: the parent that had it. */
  parent: string | null;
}

/** The published row that a number stands in: whose it is, and its key. */
export interface RowKey {
  of: string;
  at: readonly string[];
}

/** `open`: readers are not told, and nobody hides it either. */
export type State = 'shown' | 'hidden' | 'open';

export interface Cell {
  state: State;
  /** As published; null where it is not shown. */
  text: string | null;
  /** The rows that show or hide it: one number may stand in several (January, and the year to January). */
  rows: readonly RowKey[];
  /** What it is at least, where the row hides it; null where that is not known. */
  lower: number | null;
}

/** One number of what is published (`count(*)` over certain facts), with all its cells. */
export interface Figure {
  id: string;
  /** False for what parts do not add up to: medians, distinct counts. Then only equal cells are compared. */
  additive: boolean;
  /** True for counts, whose bounds mean something. */
  counts: boolean;
  /** Dimensions whose members add up to the whole: those that are no trees, and those that are. */
  flat: ReadonlySet<string>;
  trees: ReadonlyMap<string, Tree>;
  tuples: readonly Tuple[];
  spans: readonly Span[];
  /** By span and tuple. */
  cells: readonly (readonly (Cell | undefined)[])[];
  /** For each tuple, the spans (of the finest kind that it is published in) that hold nothing of it, since it has no row there. */
  empty: readonly (readonly Span[])[];
  /** The months that are covered; null where that is not known, and all may be. */
  covered: ReadonlySet<Month> | null;
}

/** Where the members of a dimension stand: the tree of each month. */
export interface Tree {
  /** All parents that a member has had; `*` is the whole. None for the whole itself. */
  parentsEver(member: string): readonly string[];
  /** Those it has in some month of the span that is covered. */
  parentsIn(member: string, span: Span, covered: ReadonlySet<Month> | null): readonly string[];
  /** The nodes that stand somewhere in some month of the span. */
  nodesIn(span: Span): readonly TreeNode[];
  /** True for a tree that is the same in all months: units have their history where they are today. */
  isSameAlways: boolean;
}

export interface TreeNode {
  id: string;
  /** All that it has been called. */
  names: ReadonlySet<string>;
  isLeaf: boolean;
}

export const WHOLE = '*';

export function tupleOf(members: ReadonlyMap<string, string>, parent: string | null = null): Tuple {
  const named = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return { key: JSON.stringify(parent === null ? named : [named, parent]), members, parent };
}

/** The tuple with another member in a dimension, or the whole of it. */
export function withMember({ members, parent }: Tuple, dimension: string, member: string): Tuple {
  const others = new Map(members);
  if (member === WHOLE) others.delete(dimension);
  else others.set(dimension, member);
  return tupleOf(others, parent);
}
