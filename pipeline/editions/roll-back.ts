import { ExpectedError } from '../words/expected-error.ts';
import { digestOfFile } from '../publish/content-digest.ts';
import { moveCurrent } from '../publish/current.ts';
import { forEachOf } from '../publish/files.ts';
import { damagedCopies } from '../publish/packed-copies.ts';
import { AUDIENCES, editionFolder } from '../publish/publication.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readStatus, writeStatus } from '../publish/status-file.ts';
import { readWithdrawals } from '../publish/withdrawn.ts';

/**
 * Lets readers see an edition that is kept: every file of it, compressed copies too, is first held against its manifest, but those of follow-ups that have been
 * withdrawn, then `current` is moved, in one step. The caller holds the project's lock. Throws ExpectedError, naming the file, where the edition is not whole;
 * readers then see what they saw.
 */
export async function rollBack(dist: string, edition: string): Promise<void> {
  const withdrawn = (await readWithdrawals(dist)).flatMap(({ follow_up }) => (follow_up === null ? [] : [`uppfoljning/${follow_up}/`]));
  for (const audience of AUDIENCES) {
    const tree = `${editionFolder(dist, edition)}/${audience}`;
    const { files } = await readManifest(tree);
    const own = files.filter(({ path }) => !withdrawn.some(folder => path.startsWith(folder)));
    await forEachOf(own, async ({ path, sha256 }) => {
      const file = `${tree}/${path}`;
      const endings = (await digestOfFile(file)) === sha256 ? await damagedCopies(file, sha256) : [''];
      if (endings.length > 0)
        throw new ExpectedError(`${file}${endings[0]} is not as it was published: the edition is not whole, and is left as it is`);
    });
  }
  await moveCurrent(dist, edition);
  // It was the current one when the run began that made the next: nothing runs now. A disk that is full may refuse to say so.
  await Promise.allSettled(
    AUDIENCES.map(async audience => {
      const tree = `${editionFolder(dist, edition)}/${audience}`;
      await writeStatus(tree, { ...(await readStatus(tree, edition)), running: false });
    }),
  );
}
