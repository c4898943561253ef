import type { HierarchyNode } from '../contract/manifest.ts';
import type { Day } from '../contract/period.ts';

/** The last day of each node that has one: of its latest stay. A node that stands on has none. */
export function lastDaysOf(nodes: readonly HierarchyNode[]): ReadonlyMap<string, Day> {
  const stays = new Map<string, Day>();
  for (const { id, valid_to } of nodes) stays.set(id, [stays.get(id) ?? '', valid_to ?? '9999'].sort().at(-1)!);
  return new Map([...stays].filter(([, day]) => day !== '9999'));
}
