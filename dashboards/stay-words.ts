import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Day } from '../pipeline/contract/period.ts';
import { plusDays } from '../pipeline/contract/period.ts';
import { isThere } from './place-tree.ts';
import { placeName } from './place-of.ts';
import type { SiteIndex } from './site-index.ts';
import { placeTexts as t } from '#texts/place.ts';

/** When a node came or went, as short as a table's row has room for; empty for what has been there all the time. */
export function stayShort(index: SiteIndex, node: HierarchyNode): string {
  const from = cameOn(index, node);
  return [...(from === null ? [] : [t.openedOn(from)]), ...(node.valid_to === null ? [] : [t.closedOn(node.valid_to)])].join(', ');
}

/** The same as sentences, with where the node stood before. */
export function stayWords(index: SiteIndex, node: HierarchyNode): string[] {
  const from = cameOn(index, node);
  const before = staysOf(index, node.id).find(stay => stay.valid_to !== null && plusDays(stay.valid_to, 1) === node.valid_from);
  const hasMoved = before !== undefined && before.parent !== node.parent && before.parent !== null && node.parent !== null;
  return [
    ...(hasMoved ? [t.moved(placeName(index, node.parent!), node.valid_from!, placeName(index, before.parent!))] : []),
    ...(from === null ? [] : [t.opened(node.name, from)]),
    ...(isThere(index, node) ? [] : [t.closed(node.name, node.valid_to!)]),
  ];
}

const staysOf = ({ place }: SiteIndex, id: string): HierarchyNode[] => (place?.nodes ?? []).filter(node => node.id === id);

/** The first day of a node's first stay; null where it has been there since the tree begins. */
function cameOn(index: SiteIndex, { id }: HierarchyNode): Day | null {
  const came = firstDay(staysOf(index, id));
  return came <= firstDay(index.place?.nodes ?? []) ? null : came;
}

/** Empty where one of the nodes has no first day. */
const firstDay = (nodes: readonly HierarchyNode[]): Day =>
  nodes.map(node => node.valid_from ?? '').reduce((first, day) => (day < first ? day : first));
