import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the demonstration's public tree that `malbild run` left in dist/current; it is run where there is none. */
export const publishedTree = () => treeOf('public');
/** The folder of its internal tree. */
export const internalTree = () => treeOf('internal');

function treeOf(audience) {
  const folder = `${root}/dist/current/${audience}`;
  if (!existsSync(folder)) {
    const { status } = spawnSync(process.execPath, ['build.mjs', 'run'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  return folder;
}
