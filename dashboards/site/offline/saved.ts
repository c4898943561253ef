import type { Manifest } from '../../../pipeline/contract/manifest.ts';
import { filesToSave } from '../../offline/files-to-save.ts';
import type { OfflinePlan } from '../../offline/plan.ts';
import { link, paths } from '../../paths.ts';
import { cacheName, ownCaches } from './cache-name.ts';

/** Where an edition's cache says what the reader has saved: an address that the tree has not. */
const RECORD = 'sparade-sidor';

/** Says in this edition's cache that the reader has saved pages, by path, beside those that it says already. */
export async function rememberSaved(plan: OfflinePlan, root: string, pages: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName(plan, root));
  const all = new Set([...(await savedIn(cache, root)), ...pages]);
  if (all.size > 0) await cache.put(root + RECORD, new Response(JSON.stringify([...all])));
}

/** What the reader has saved of any edition of this tree: paths of pages. */
export async function savedPages(plan: OfflinePlan, root: string): Promise<string[]> {
  const names = await ownCaches(plan, root);
  const saved = await Promise.all(names.map(async name => savedIn(await caches.open(name), root)));
  return [...new Set(saved.flat())];
}

/** Addresses of pages and of what a drill in them reads in the edition that is served; of the pages alone where its manifest cannot be had. */
export async function addressesOf(root: string, pages: readonly string[]): Promise<string[]> {
  if (pages.length === 0) return [];
  const files = await fetchManifest(root).then(
    manifest => filesToSave(manifest, pages).map(({ path }) => path),
    () => pages,
  );
  return files.map(path => root + link(paths.overview, path));
}

/** The manifest of the tree as it is served now. Rejects where there is none to be had. */
export async function fetchManifest(root: string): Promise<Manifest> {
  const response = await fetch(root + paths.manifest, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${paths.manifest}: ${response.status}`);
  return (await response.json()) as Manifest;
}

async function savedIn(cache: Cache, root: string): Promise<string[]> {
  const record = await cache.match(root + RECORD);
  return record === undefined ? [] : ((await record.json()) as string[]);
}
