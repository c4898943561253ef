import type { HierarchyNode } from '../../contract/manifest.ts';
import { monthOf, type Day, type Month } from '../../contract/period.ts';
import { groupBy } from '../../words/group-by.ts';
import { WHOLE, type Span, type Tree, type TreeNode } from '../system/figure.ts';

/** A stretch of days, both included, in which a node stands under one parent and all its ancestors stand somewhere. */
interface Place {
  parent: string;
  from: Day;
  to: Day;
}

/** A published hierarchy as a tree in time. `<id>.own` stands under its node, `unknown` under the whole. */
export function datedTree(nodes: readonly HierarchyNode[]): Tree {
  const rows = groupBy(nodes, ({ id }) => id);
  const places = new Map<string, Place[]>();
  const placesOf = (id: string): Place[] => {
    const known = places.get(id);
    if (known) return known;
    places.set(id, []); // A node in a circle stands nowhere.
    const own = (rows.get(id) ?? []).flatMap(({ parent, valid_from, valid_to }): Place[] => {
      const span = { from: valid_from ?? '0001-01-01', to: valid_to ?? '9999-12-31' };
      if (parent === null) return [{ parent: WHOLE, ...span }];
      return placesOf(parent).flatMap(above => overlap(parent, span, above));
    });
    places.set(id, own);
    return own;
  };
  const inner = new Set(nodes.map(({ parent }) => parent));
  const named = [...rows].map(([id, own]): TreeNode => ({ id, names: new Set(own.map(({ name }) => name)), isLeaf: !inner.has(id) }));
  const ofMember = (member: string): readonly Place[] => {
    if (rows.has(member)) return placesOf(member);
    const node = member.replace(/\.own$/, '');
    if (node !== member && rows.has(node)) return placesOf(node).map(place => ({ ...place, parent: node }));
    return member === WHOLE ? [] : [{ parent: WHOLE, from: '0001-01-01', to: '9999-12-31' }];
  };
  const parents = new Map<string, readonly string[]>();
  const parentsEver = (member: string): readonly string[] => {
    const found = parents.get(member) ?? [...new Set(ofMember(member).map(({ parent }) => parent))];
    parents.set(member, found);
    return found;
  };
  return {
    parentsEver,
    nodesIn: span => named.filter(({ id }) => placesOf(id).some(place => holdsMonth(place, span, null))),
    isSameAlways: nodes.every(({ valid_from, valid_to }) => valid_from === null && valid_to === null),
    parentsIn(member, span, covered) {
      const ever = parentsEver(member);
      if (ever.length < 2) return ever;
      return ever.filter(parent => ofMember(member).some(place => place.parent === parent && holdsMonth(place, span, covered)));
    },
  };
}

function overlap(parent: string, a: { from: Day; to: Day }, b: { from: Day; to: Day }): Place[] {
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
  return from <= to ? [{ parent, from, to }] : [];
}

/** True where the place holds some day of a covered month of the span. */
function holdsMonth({ from, to }: Place, { first, last }: Span, covered: ReadonlySet<Month> | null): boolean {
  const [start, end] = [Math.max(first, monthOf(from)), Math.min(last, monthOf(to))];
  if (covered === null) return start <= end;
  for (let month = start; month <= end; month++) if (covered.has(month)) return true;
  return false;
}
