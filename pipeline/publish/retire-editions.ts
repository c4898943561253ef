import { rename, rm } from 'node:fs/promises';
import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { keptThrough } from '../words/retention.ts';
import { editionBefore, editionsIn, followUpEditions } from './current.ts';
import { editionFolder } from './publication.ts';
import { readManifest } from './read-manifest.ts';

/**
 * Removes the editions whose `as_of` is more than so many months before `asOf`: never the one that `current` points at, the one before that, or a
 * follow-up's. What is left of withdrawn ones stays, and so does one whose manifest cannot be read. Files that other editions have too stay there. The caller holds the project's lock.
 */
export async function retireEditions(dist: string, months: number, asOf: Day, effects: Effects): Promise<void> {
  const current = await editionBefore(dist);
  if (current === null) return;
  const { previous } = await readManifest(`${editionFolder(dist, current)}/public`);
  const kept = new Set([current, previous, ...(await followUpEditions(dist)).values()]);
  for (const id of await editionsIn(dist)) {
    if (kept.has(id)) continue;
    const made = await asOfOf(`${editionFolder(dist, id)}/public`);
    if (made === null || keptThrough(made, months) >= asOf) continue;
    effects.log.step('publish.retire', id);
    const going = `${dist}/editions/.tmp-retired-${id}`;
    await rename(editionFolder(dist, id), going);
    await rm(going, { recursive: true });
  }
}

/** Null for what is left of a withdrawn edition, and for one that cannot be read. */
async function asOfOf(tree: string): Promise<Day | null> {
  try {
    return (await readManifest(tree)).as_of;
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
}
