import type { HierarchyNode } from '../pipeline/contract/manifest.ts';
import type { Site } from '../pipeline/contract/site.ts';
import { paths } from './paths.ts';
import { remember } from './remember.ts';
import type { PlacedGoal, SiteIndex } from './site-index.ts';

/** True for `node` itself and everything that stands under it; of the whole, for everything. */
export function isWithin(index: SiteIndex, id: string, node: string): boolean {
  const of = id.replace(/\.own$/, '');
  if (node === '*' || of === node) return true;
  const parent = index.parentOf(of);
  return parent !== null && isWithin(index, parent.id, node);
}

/** Goals of a place and of everything under it, in plans in force. */
export const goalsWithin = (index: SiteIndex, place: string): readonly PlacedGoal[] =>
  index.goals.filter(({ plan, goal }) => !plan.ended && goal.place !== '*' && isWithin(index, goal.place, place));

/** The nodes above a node, from its board down. */
export function nodesAbove(index: SiteIndex, id: string): HierarchyNode[] {
  const parent = index.parentOf(id);
  return parent === null ? [] : [...nodesAbove(index, parent.id), parent];
}

/** From under a node's board down to it, as the drill of a metric's page names it; empty for a board. */
export const drillPath = (index: SiteIndex, id: string): string[] =>
  index.parentOf(id) === null
    ? []
    : [
        ...nodesAbove(index, id)
          .slice(1)
          .map(node => node.id),
        id,
      ];

/** False for a node whose last day has passed. */
export const isThere = ({ site }: SiteIndex, { valid_to }: HierarchyNode): boolean => valid_to === null || valid_to >= site.as_of;

/** The nodes whose latest place is right under `id`, those that are there, by name. */
const childrenNow = (index: SiteIndex, id: string): HierarchyNode[] =>
  index.nodes.filter(node => node.parent === id && isThere(index, node));

/** The nodes that stand beside a node now: under the same parent, or the other boards. */
export const siblingsOf = (index: SiteIndex, node: HierarchyNode): HierarchyNode[] =>
  index.nodes.filter(other => other.parent === node.parent && other.id !== node.id && isThere(index, other));

/** The units at the ends of the tree under a node, those that are there, by name. */
export const leavesNow = (index: SiteIndex, id: string): HierarchyNode[] =>
  index.nodes.filter(
    node => node.id !== id && isThere(index, node) && isWithin(index, node.id, id) && childrenNow(index, node.id).length === 0,
  );

/** The nodes under boards that have figures: each has a page. */
export const unitNodes = (index: SiteIndex): readonly HierarchyNode[] =>
  index.nodes.filter(node => node.parent !== null && placesWithFigures(index.site).has(node.id));

const placesWithFigures = remember((site: Site) => new Set(site.metrics.flatMap(metric => metric.facts.map(({ place }) => place))));

/** The page of a place: its board's or its own; null where it has none, as the whole and a unit without figures. */
export function placePath(index: SiteIndex, place: string): string | null {
  const node = index.nodes.find(({ id }) => id === place);
  if (node === undefined) return null;
  if (node.parent === null) return paths.board(node.id);
  return placesWithFigures(index.site).has(node.id) ? paths.unit(node.id) : null;
}
