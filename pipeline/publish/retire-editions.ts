import { rename, rm } from 'node:fs/promises';
import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { keptThrough } from '../words/retention.ts';
import { editionBefore, editionsIn } from './current.ts';
import { editionFolder } from './publication.ts';
import { readManifest, readManifestIfWhole } from './read-manifest.ts';

/**
 * Removes the editions whose `as_of` is more than so many months before `asOf`: never the one that `current` points at, the one before that, or a
 * follow-up's, also where the link to it is lost. What is left of withdrawn ones stays, and so does one whose manifest cannot be read. Files that other
 * editions have too stay there. The caller holds the project's lock.
 */
export async function retireEditions(dist: string, months: number, asOf: Day, effects: Effects): Promise<void> {
  const current = await editionBefore(dist);
  if (current === null) return;
  const { previous } = await readManifest(`${editionFolder(dist, current)}/public`);
  for (const id of await editionsIn(dist)) {
    if (id === current || id === previous) continue;
    const manifest = await readManifestIfWhole(`${editionFolder(dist, id)}/public`);
    if (manifest === null || manifest.follow_up !== null || keptThrough(manifest.as_of, months) >= asOf) continue;
    effects.log.step('publish.retire', id);
    const going = `${dist}/editions/.tmp-retired-${id}`;
    await rename(editionFolder(dist, id), going);
    await rm(going, { recursive: true });
  }
}
