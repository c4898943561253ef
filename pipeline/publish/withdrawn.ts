import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Withdrawal } from '../contract/editions.ts';
import type { Effects } from '../effects/effects.ts';
import { tombstonePage } from '../messages/tombstone.ts';
import { editionsIn } from './current.ts';
import { foldersOf, sync, writeAtomically } from './files.ts';
import { AUDIENCES, editionFolder, MANIFEST } from './publication.ts';
import { readManifest } from './read-manifest.ts';
import { isThere, namesIn } from '../words/missing-files.ts';

/** The pages of a tombstone: the second is what a server shows for every other address. */
const PAGES = ['index.html', '404.html'] as const;

const recordsOf = (dist: string): string => `${dist}/withdrawn`;

/** Every edition that was withdrawn, by its id. */
export async function readWithdrawals(dist: string): Promise<Withdrawal[]> {
  const names = (await namesIn(recordsOf(dist))).filter(name => name.endsWith('.json') && !name.startsWith('.'));
  return Promise.all(names.sort().map(async name => JSON.parse(await readFile(`${recordsOf(dist)}/${name}`, 'utf8')) as Withdrawal));
}

/** Says for certain that an edition is withdrawn: from now on nothing points at it again, whatever happens to this process. */
export async function recordWithdrawal(dist: string, withdrawal: Withdrawal): Promise<void> {
  await mkdir(recordsOf(dist), { recursive: true });
  await writeAtomically(`${recordsOf(dist)}/${withdrawal.edition}.json`, `${JSON.stringify(withdrawal)}\n`);
  await sync(recordsOf(dist));
}

/**
 * Takes away what withdrawn editions held, wherever it still is: a page that says why stands in the edition's place, and in that of a follow-up in every
 * tree that lists it. Does nothing where that is done; a process that dies on the way leaves the rest to the next. The caller holds the project's lock.
 */
export async function finishWithdrawals(dist: string, effects: Effects): Promise<void> {
  for (const withdrawal of await readWithdrawals(dist)) {
    const { edition, follow_up } = withdrawal;
    const page = tombstonePage(withdrawal);
    const own = editionFolder(dist, edition);
    if (!(await isThere(own)) || (await isThere(`${own}/public/${MANIFEST}`)) || (await isThere(besides(own, 'old')))) {
      effects.log.step('withdraw.edition', edition);
      await replace(own, ['/public', '/internal'], page);
    }
    if (follow_up === null) continue;
    for (const other of await editionsIn(dist))
      for (const audience of AUDIENCES) {
        const listed = `${editionFolder(dist, other)}/${audience}/uppfoljning/${follow_up}`;
        if ((await editionOf(listed)) !== edition && !(await isThere(besides(listed, 'old')))) continue;
        effects.log.step('withdraw.listed', `${other} ${audience}`);
        await replace(listed, [''], page);
      }
  }
}

/** A folder's neighbour that is on its way in or out. */
const besides = (folder: string, kind: 'withdrawn' | 'old'): string => `${dirname(folder)}/.tmp-${kind}-${basename(folder)}`;

/**
 * Puts the page in the place of a folder, whose content goes first, so that it goes from a full disk too: readers see all of the folder, nothing for a moment,
 * then the page; never a part. What stands beside until the end says that there is something left to do.
 */
async function replace(folder: string, inside: readonly string[], page: string): Promise<void> {
  const [made, old] = [besides(folder, 'withdrawn'), besides(folder, 'old')];
  if (await isThere(`${folder}${inside[0]}/${MANIFEST}`)) await rename(folder, old);
  for (const name of await namesIn(old)) await rm(`${old}/${name}`, { recursive: true });
  if (!(await isThere(folder))) {
    await rm(made, { recursive: true, force: true });
    for (const part of inside) await writePages(`${made}${part}`, page);
    for (const each of await foldersOf(made)) await sync(each);
    await rename(made, folder);
  }
  await sync(dirname(folder));
  await rm(old, { recursive: true, force: true });
}

async function writePages(folder: string, page: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of PAGES) {
    await writeFile(`${folder}/${name}`, page);
    await sync(`${folder}/${name}`);
  }
}

/** Null where the tree is gone, or a page stands in its place. */
const editionOf = async (tree: string): Promise<string | null> =>
  (await isThere(`${tree}/${MANIFEST}`)) ? (await readManifest(tree)).edition : null;
