import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { Effects } from '../effects/effects.ts';
import { isHeldBy, type Finding } from '../words/finding.ts';
import { hasCode } from '../words/expected-error.ts';
import { diskError } from '../words/disk-error.ts';
import { keepFollowUp, moveCurrent } from './current.ts';
import { foldersOf, forEachOf, sync } from './files.ts';
import { mendEdition } from './mend-edition.ts';
import { packApart } from './pack-apart.ts';
import type { Publication } from './publication.ts';
import { AUDIENCES, editionFolder, MANIFEST } from './publication.ts';
import { printReports } from './print-reports.ts';
import { readManifest, readManifestIfWhole } from './read-manifest.ts';
import { writeStatus } from './status-file.ts';
import { writeTree } from './write-tree.ts';

/**
 * Publishes one edition: writes both trees beside the editions that are there, has them audited, their reports printed and compressed copies made, makes sure of every
 * byte, gives the folder its name, and moves `current` (a follow-up's edition: its own link). Gives what the audit found; where that holds the edition, nothing of it
 * is left. Until that last step readers see the last good edition, whole; a run
 * that is stopped anywhere leaves at most a `.tmp-` folder, which the next one removes. The caller holds the project's lock.
 * An edition that is there already must be the same, byte for byte, and is then only pointed at, once what is gone or damaged of it is mended.
 * Throws ExpectedError where the disk refuses (full, read-only), having removed what it wrote.
 */
export async function publishEdition(publication: Publication, effects: Effects): Promise<Finding[]> {
  const { dist, id, followUp, audit } = publication;
  const editions = `${dist}/editions`;
  const temporary = `${editions}/.tmp-${id}-${process.pid}`;
  try {
    await mkdir(editions, { recursive: true });
    await removeLeftovers(editions);
    const written: string[] = [];
    for (const audience of AUDIENCES) {
      effects.log.step('publish.write', audience);
      written.push(...(await writeTree(publication, audience, `${temporary}/${audience}`)));
    }
    const findings: Finding[] = [];
    for (const audience of AUDIENCES) {
      if (audit === null) break;
      effects.log.step('publish.audit', audience);
      const finding = await audit(`${temporary}/${audience}`, audience);
      if (finding !== null) findings.push(finding);
    }
    if (isHeldBy(findings)) {
      await rm(temporary, { recursive: true });
      return findings;
    }
    effects.log.step('publish.print');
    written.push(...(await printReports(publication, temporary)));
    const packed = new Map<string, string>();
    for (const audience of AUDIENCES) {
      effects.log.step('publish.pack', audience);
      written.push(...(await packApart(`${temporary}/${audience}`, packed)));
    }
    effects.log.step('publish.fsync', `${written.length} new files`);
    await forEachOf(written, sync);
    await forEachOf(await foldersOf(temporary), sync);
    effects.log.step('publish.name', id);
    await giveName(temporary, editionFolder(dist, id), publication.trees);
    await sync(editions);
    effects.log.step('publish.link', followUp ?? 'current');
    if (followUp === null) await moveCurrent(dist, id);
    else await keepFollowUp(dist, followUp, id);
    return findings;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw diskError(error, `edition ${id} was not published`);
  }
}

async function removeLeftovers(editions: string): Promise<void> {
  for (const name of await readdir(editions)) if (name.startsWith('.tmp-')) await rm(`${editions}/${name}`, { recursive: true });
}

async function giveName(temporary: string, folder: string, trees: Publication['trees']): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    for (const audience of AUDIENCES) await expectSame(`${temporary}/${audience}`, `${folder}/${audience}`);
    for (const audience of AUDIENCES) {
      await mendEdition(`${temporary}/${audience}`, `${folder}/${audience}`);
      await writeStatus(`${folder}/${audience}`, trees[audience].status);
    }
    await rm(temporary, { recursive: true });
  }
}

/**
 * Promise 4: the same inputs give the same edition. Throws, naming a file that differs; the edition that is there stays. One whose manifest cannot be read
 * says nothing else.
 */
async function expectSame(rebuilt: string, there: string): Promise<void> {
  const found = await readManifestIfWhole(there);
  if (found === null || (await readFile(`${rebuilt}/${MANIFEST}`)).equals(await readFile(`${there}/${MANIFEST}`))) return;
  const earlier = new Map(found.files.map(file => [file.path, file.sha256]));
  const differs = (await readManifest(rebuilt)).files.find(file => earlier.get(file.path) !== file.sha256);
  throw new Error(`the same inputs gave another edition than ${there}: ${differs ? `${differs.path} differs` : 'its manifest differs'}`);
}
