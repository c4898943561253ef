import { access, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { hasCode } from '../words/expected-error.ts';
import { pointTo } from './files.ts';
import { editionFolder, MANIFEST } from './publication.ts';
import { namesIn } from '../words/missing-files.ts';

/** Moves what readers see to a complete edition, in one step. */
export const moveCurrent = (dist: string, edition: string): Promise<void> => pointTo(`${dist}/current`, `editions/${edition}`);

/** Remembers which edition is a follow-up's: `follow-ups/<id>` is a link to it. Follow-up editions are kept for ever. */
export const keepFollowUp = (dist: string, id: string, edition: string): Promise<void> =>
  pointTo(`${dist}/follow-ups/${id}`, `../editions/${edition}`);

/** The edition that `current` points at; null when there is none, or it is gone. */
export const editionBefore = (dist: string): Promise<string | null> => linkedEdition(dist, `${dist}/current`);

/** The ids of all editions that are there. What a run that was killed left begins with a dot, and is none. */
export const editionsIn = async (dist: string): Promise<string[]> =>
  (await namesIn(`${dist}/editions`)).filter(name => !name.startsWith('.'));

/** The edition of every follow-up that has one, by the follow-up's id. */
export async function followUpEditions(dist: string): Promise<ReadonlyMap<string, string>> {
  const editions = new Map<string, string>();
  for (const id of (await namesIn(`${dist}/follow-ups`)).sort()) {
    const edition = id.startsWith('.') ? null : await linkedEdition(dist, `${dist}/follow-ups/${id}`);
    if (edition !== null) editions.set(id, edition);
  }
  return editions;
}

async function linkedEdition(dist: string, link: string): Promise<string | null> {
  try {
    const edition = basename(await readlink(link));
    await access(`${editionFolder(dist, edition)}/public/${MANIFEST}`);
    return edition;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
