import type { HierarchyNode } from '../contract/manifest.ts';
import { monthOf, type Day, type Month } from '../contract/period.ts';

const EVER: { from: Day; to: Day } = { from: '0001-01-01', to: '9999-12-31' };

/** One step of a path: a member, and the parent it has there. The whole has none. */
export interface Step {
  member: string;
  parent: string | null;
}

/** A node between two days (inclusive) in which neither it nor an ancestor changes place. */
export interface Placement {
  node: string;
  from: Day;
  to: Day;
  /** The months of those days. */
  months: { first: Month; last: Month };
  /** From the node's own part, if it is somebody's parent, up to `*`. */
  path: readonly Step[];
}

/** Facts whose node is unknown, empty or not valid on their date. */
export const UNKNOWN_PATH: readonly Step[] = [
  { member: 'unknown', parent: '*' },
  { member: '*', parent: null },
];

/** A hierarchy with validity: where each node stands on each day. */
export class Tree {
  readonly placements: readonly Placement[];
  readonly #byNode = new Map<string, Placement[]>();

  constructor(nodes: readonly HierarchyNode[]) {
    const parents = new Set(nodes.map(node => node.parent));
    const byId = new Map<string, HierarchyNode[]>();
    for (const node of nodes) byId.set(node.id, [...(byId.get(node.id) ?? []), node]);
    this.placements = nodes.flatMap(node => placementsOf(node, byId, parents));
    for (const placement of this.placements) {
      const known = this.#byNode.get(placement.node);
      if (known) known.push(placement);
      else this.#byNode.set(placement.node, [placement]);
    }
  }

  /** True if the node (or its own part, `<id>.own`) and all its ancestors are valid some day of one of the months. `*` always is. */
  validInSome(member: string, months: readonly Month[]): boolean {
    if (member === '*') return true;
    const placements = this.#byNode.get(member) ?? this.#byNode.get(member.replace(/\.own$/, '')) ?? [];
    return placements.some(p => months.some(month => touches(p, month)));
  }

  /** The parents that a member has had, ever. */
  parentsOf(member: string): Set<string> {
    const placements = this.#byNode.get(member) ?? [];
    return new Set(placements.map(p => p.path.find(step => step.member === member)!.parent!));
  }

  /** The parents that a member has in some month of the list. */
  parentsIn(member: string, months: readonly Month[]): Set<string> {
    const placements = (this.#byNode.get(member) ?? []).filter(p => months.some(month => touches(p, month)));
    return new Set(placements.map(p => p.path.find(step => step.member === member)!.parent!));
  }
}

const touches = ({ months }: Placement, month: Month): boolean => months.first <= month && month <= months.last;

/** Splits a node's validity wherever an ancestor's place changes; days on which an ancestor is not valid are left out. */
function placementsOf(
  node: HierarchyNode,
  byId: ReadonlyMap<string, readonly HierarchyNode[]>,
  parents: ReadonlySet<string | null>,
): Placement[] {
  const own: Step[] = parents.has(node.id) ? [{ member: `${node.id}.own`, parent: node.id }] : [];
  const up = (at: HierarchyNode, from: Day, to: Day, path: readonly Step[], seen: ReadonlySet<string>): Placement[] => {
    const span = { from: later(from, at.valid_from ?? EVER.from), to: earlier(to, at.valid_to ?? EVER.to) };
    if (span.from > span.to || seen.has(at.id)) return [];
    const here = [...path, { member: at.id, parent: at.parent ?? '*' }];
    if (at.parent === null) {
      const months = { first: monthOf(span.from), last: monthOf(span.to) };
      return [{ node: node.id, ...span, months, path: [...here, { member: '*', parent: null }] }];
    }
    return (byId.get(at.parent) ?? []).flatMap(n => up(n, span.from, span.to, here, new Set([...seen, at.id])));
  };
  return up(node, EVER.from, EVER.to, own, new Set());
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
