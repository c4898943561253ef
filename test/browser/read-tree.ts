import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Tree } from '../dashboards/fixture-tree.ts';
import type { SizedPage } from './page-types.ts';

/** A published tree without its compressed copies, read from its folder; what lies under follow-ups is left out, but for their overviews, unless `whole`. */
export async function readTree(folder: string, { whole = false } = {}): Promise<Tree> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const plain = paths.filter(path => !/\.(br|gz)$/.test(path));
  const wanted = plain.filter(path => whole || !/^uppfoljning\/[^/]+\/(?!index\.html|assets\/|icon)/.test(path)).sort();
  return new Map(await Promise.all(wanted.map(async (path): Promise<[string, Buffer]> => [path, await readFile(join(folder, path))])));
}

/** Every file of a tree with its size, to choose pages from. */
export const sizesOf = (tree: Tree): SizedPage[] => [...tree].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
