import type { Effects } from '../effects/effects.ts';
import { editionsIn, keepFollowUp } from './current.ts';
import { editionFolder } from './publication.ts';
import { readManifestIfWhole } from './read-manifest.ts';

/**
 * Makes the links of follow-ups again where they are lost, as in a copy that leaves links out, and one edition says that it is the follow-up's. Where several
 * do, nobody knows which was reported. Gives the edition of each that was found, by the follow-up's id.
 */
export async function relinkFollowUps(dist: string, lost: readonly string[], effects: Effects): Promise<ReadonlyMap<string, string>> {
  const claims = new Map<string, string[]>();
  for (const edition of await editionsIn(dist)) {
    const id = (await readManifestIfWhole(`${editionFolder(dist, edition)}/public`))?.follow_up ?? null;
    if (id !== null && lost.includes(id)) claims.set(id, [...(claims.get(id) ?? []), edition]);
  }
  const found = new Map<string, string>();
  for (const [id, [edition, ...others]] of claims) {
    if (others.length > 0) continue;
    effects.log.step('publish.relink', id);
    await keepFollowUp(dist, id, edition!);
    found.set(id, edition!);
  }
  return found;
}
