import type { ExploreDimension, ExploreMember } from '../../pipeline/contract/explore.ts';
import { remember } from '../remember.ts';
import { usualMembers } from './offer.ts';

/** A dimension as a tree; a flat one has no branches. */
export interface Branches {
  /** Nodes that have others under them. */
  parents: readonly ExploreMember[];
  /** How far under a root each stands. */
  depth: ReadonlyMap<string, number>;
}

/** Members stand after their parents. */
export const branchesOf = remember((dimension: ExploreDimension): Branches => {
  const above = new Set(dimension.members.map(([, , parent]) => parent));
  const depth = new Map<string, number>();
  for (const [id, , parent] of dimension.members) depth.set(id, parent === null ? 0 : (depth.get(parent) ?? -1) + 1);
  return { parents: dimension.members.filter(([id]) => above.has(id)), depth };
});

/** What can be chosen of a tree at once, in the order of a select: the whole and its roots, every node, each node with what is right under it. */
export const branchChoices = (dimension: ExploreDimension): (readonly string[])[] => [
  usualMembers(dimension),
  dimension.members.map(([id]) => id),
  ...branchesOf(dimension).parents.map(([node]) =>
    dimension.members.filter(([id, , parent]) => id === node || parent === node).map(([id]) => id),
  ),
];
