import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../words/expected-error.ts';

/** Saving one file is several events: what comes within so many milliseconds of each other is one change. */
const SETTLED_MS = 15;

/**
 * Calls `changed` when anything that a project declares is saved: `malbild.yaml`, and all that is under `sql` and `sources`. A folder that is not
 * there is not watched. Gives what ends it.
 */
export function watchProject(project: string, changed: () => void): () => void {
  let settling: NodeJS.Timeout | null = null;
  const saved = (): void => {
    if (settling) clearTimeout(settling);
    settling = setTimeout(changed, SETTLED_MS);
  };
  // Editors replace a file when they save it, so its folder is watched.
  const watchers: FSWatcher[] = [watch(project, (_, name) => name === 'malbild.yaml' && saved())];
  for (const folder of ['sql', 'sources', 'geography']) {
    try {
      watchers.push(watch(join(project, folder), { recursive: true }, saved));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
  return () => {
    if (settling) clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}
