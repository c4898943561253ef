import type { HierarchyNode } from '../../contract/manifest.ts';
import { monthOf, plusDays, type Day, type Month } from '../../contract/period.ts';

/** A node that went from one parent to another. */
export interface Move {
  node: string;
  /** The first month that is wholly under the new one. */
  from: Month;
  /** The last month that was wholly under the old one. */
  until: Month;
  /** Every node above it, before and after. */
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

/** Every move in a tree. A node that is new or closed has not moved: what it does came or went with it. */
export function movesOf(nodes: readonly HierarchyNode[]): Move[] {
  const byId = new Map<string, HierarchyNode[]>();
  for (const node of nodes) byId.set(node.id, [...(byId.get(node.id) ?? []), node]);
  const above = (id: string, day: Day): Set<string> => {
    const parent = byId.get(id)?.find(node => (node.valid_from ?? '') <= day && day <= (node.valid_to ?? '9999'))?.parent ?? null;
    return parent === null ? new Set() : new Set([parent, ...above(parent, day)]);
  };
  return [...byId.values()].flatMap(stays =>
    stays.flatMap(({ id, valid_from }): Move[] => {
      if (valid_from === null) return [];
      const eve = plusDays(valid_from, -1);
      if (!stays.some(stay => stay.valid_to === eve)) return [];
      const [from, until] = [monthOf(valid_from), monthOf(eve)];
      const isMidMonth = from === until;
      const places = { before: above(id, eve), after: above(id, valid_from) };
      return [{ node: id, from: isMidMonth ? from + 1 : from, until: isMidMonth ? until - 1 : until, ...places }];
    }),
  );
}
