import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Manifest } from '../contract/manifest.ts';
import { unlessMissing } from '../words/missing-files.ts';
import { digestOfFile } from './content-digest.ts';
import type { LinkedFile } from './publication.ts';

/**
 * The files under hashed names that the edition before had of its own and the new tree lacks. A page that was loaded before `current`
 * moved still asks for them. What the edition before had itself only kept is not kept again, so names end after one edition.
 */
export async function keptNames(folder: string, before: Manifest, paths: ReadonlySet<string>): Promise<LinkedFile[]> {
  const lost = before.files.filter(file => !paths.has(file.path));
  const data = new Set(before.metrics.flatMap(metric => [...Object.values(metric.json), ...(metric.explore ? [metric.explore.path] : [])]));
  const lostAssets = lost.map(file => file.path).filter(path => path.startsWith('assets/'));
  const assets = await inUse(folder, before, lostAssets);
  const kept: LinkedFile[] = [];
  for (const file of lost) {
    if (!data.has(file.path) && !assets.has(file.path)) continue;
    const from = `${folder}/${file.path}`;
    // One that is gone or damaged is not handed on.
    if ((await digestOfFile(from)) === file.sha256) kept.push({ ...file, from, outside: false });
  }
  return kept;
}

/** Those of the assets that a page of the tree names, or another of the assets in use. */
async function inUse(folder: string, manifest: Manifest, assets: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  const pages = manifest.files.filter(file => file.path.endsWith('.html') && !file.path.startsWith('uppfoljning/'));
  const toRead = assets.length > 0 ? pages.map(page => page.path) : [];
  for (let path = toRead.pop(); path !== undefined; path = toRead.pop()) {
    const text = (await unlessMissing(readFile(`${folder}/${path}`, 'utf8'))) ?? '';
    for (const asset of assets)
      if (!used.has(asset) && text.includes(basename(asset))) {
        used.add(asset);
        toRead.push(asset);
      }
  }
  return used;
}
