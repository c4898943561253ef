import type { OfflinePlan } from '../../offline/plan.ts';
import { cacheName, ownCaches } from './cache-name.ts';
import { addressesOf, rememberSaved, savedPages } from './saved.ts';

/** Pages that a reader has opened which a new edition fetches anew: the latest ones. */
const MOST_VISITED = 40;
/** Requests at once, while the reader may be reading. */
const AT_ONCE = 4;

/** What the tree serves under names that change with the content. */
export const isImmutable = (address: string): boolean => /\/(assets|data\/(pages|explore))\/[^/]+$/.test(address);

/** What a browser says of its connection; few do. */
export interface Connection {
  saveData?: boolean;
  type?: string;
  effectiveType?: string;
}

/** Whether pages that nobody has asked for may be fetched: not where a reader pays for each, waits for each, or has asked for less. */
export const mayFetchAhead = ({ saveData = false, type = 'wifi', effectiveType = '4g' }: Connection = {}): boolean =>
  !saveData && type !== 'cellular' && effectiveType === '4g';

/**
 * Keeps the plan's shell, the pages that the reader has opened, has open or has saved, these with their series, and where the connection is
 * good the plan's likely pages. Rejects where the shell cannot be had.
 */
export async function keepEdition(plan: OfflinePlan, root: string, open: readonly string[], connection?: Connection): Promise<void> {
  const cache = await caches.open(cacheName(plan, root));
  await cache.addAll(plan.shell.map(path => fresh(root + path)));
  const likely = mayFetchAhead(connection) ? plan.likely.map(path => root + path) : [];
  const saved = await savedPages(plan, root);
  await rememberSaved(plan, root, saved);
  const rest = [...new Set([...open, ...(await visitedBefore(plan, root)), ...(await addressesOf(root, saved)), ...likely])];
  const next = async (): Promise<void> => {
    // A page that is gone, or does not come, is left out.
    for (let address = rest.shift(); address !== undefined; address = rest.shift()) await keepFile(plan, root, address);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Keeps what is at an address in this edition's cache; false where it cannot be had, or there is no room for it. */
export async function keepFile(plan: OfflinePlan, root: string, address: string): Promise<boolean> {
  const cache = await caches.open(cacheName(plan, root));
  if (isImmutable(address) && (await cache.match(address)) !== undefined) return true;
  return cache.add(fresh(address)).then(
    () => true,
    () => false,
  );
}

/** Removes what earlier editions of this tree kept. */
export async function forgetOthers(plan: OfflinePlan, root: string): Promise<void> {
  const old = (await ownCaches(plan, root)).filter(name => name !== cacheName(plan, root));
  await Promise.all(old.map(name => caches.delete(name)));
}

/** The server is asked whether what the browser has is still so; what has a hashed name is the same for ever. */
const fresh = (address: string): Request => new Request(address, { cache: isImmutable(address) ? 'default' : 'no-cache' });

async function visitedBefore(plan: OfflinePlan, root: string): Promise<string[]> {
  const names = await ownCaches(plan, root);
  const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
  const pages = kept
    .flat()
    .map(request => request.url)
    .filter(url => url.endsWith('.html'));
  return pages.slice(-MOST_VISITED);
}
