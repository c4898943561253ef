import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { PublishedTree } from './published-tree.ts';

/** The trees that a reader of this one may have seen before, and some still can: the edition before, and the follow-ups that it lists. Folders, where they are there. */
export async function earlierTrees({ folder, previous }: Pick<PublishedTree, 'folder' | 'previous'>): Promise<string[]> {
  const real = await realpath(folder);
  const before = previous === null ? [] : [`${dirname(dirname(real))}/${previous}/${basename(real)}`];
  const followUps = await readdir(`${real}/uppfoljning`).catch(() => []);
  const found: string[] = [];
  for (const tree of [...before, ...followUps.sort().map(id => `${real}/uppfoljning/${id}`)]) if (await hasManifest(tree)) found.push(tree);
  return found;
}

const hasManifest = (tree: string): Promise<boolean> =>
  stat(`${tree}/data/manifest.json`).then(
    () => true,
    () => false,
  );
