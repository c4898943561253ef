import type { OfflinePlan } from '../../offline/plan.ts';

/** Begins the caches of one audience's tree at one address: every other tree, and every other site at the host, has names of its own. */
const prefixOf = ({ audience }: OfflinePlan, root: string): string => `malbild ${audience} ${root} `;

/** The cache of this edition. */
export const cacheName = (plan: OfflinePlan, root: string): string => `${prefixOf(plan, root)}${plan.content}`;

/** The caches of this tree's editions, as they were made. */
export const ownCaches = async (plan: OfflinePlan, root: string): Promise<string[]> =>
  (await caches.keys()).filter(name => name.startsWith(prefixOf(plan, root)));
