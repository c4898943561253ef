import { readFile } from 'node:fs/promises';
import type { StatusFile } from '../contract/manifest.ts';
import { hasCode } from '../words/expected-error.ts';
import { writeAtomically } from './files.ts';
import { AUDIENCES, editionFolder } from './publication.ts';

type Failure = StatusFile['failures'][number];

/** Writes `status.json` and `status.js`, its twin for pages opened from a file share, each in one step. */
export async function writeStatus(tree: string, status: StatusFile): Promise<void> {
  const json = JSON.stringify(status);
  await writeAtomically(`${tree}/status.json`, `${json}\n`);
  await writeAtomically(`${tree}/status.js`, `window.malbildStatus=${asScript(json)};\n`);
}

/** JSON that is a JavaScript expression wherever it stands: no `</script>`, no line separators that older readers refuse. */
const asScript = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What an edition's tree says of itself now. A status that is gone or not whole says nothing: it is no reason for a run to stop. */
export async function readStatus(tree: string, edition: string): Promise<StatusFile> {
  try {
    return JSON.parse(await readFile(`${tree}/status.json`, 'utf8')) as StatusFile;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !hasCode(error, 'ENOENT')) throw error;
    return { edition, running: false, failures: [], late: [], due: null };
  }
}

/** A run has begun. What is due stays due until a run has ended well. */
export const startedStatus = (before: StatusFile): StatusFile => ({ ...before, running: true });

/** A run has failed or was held: the edition is as it was, so it stays due when it was due. */
export const failedStatus = (before: StatusFile, failure: Failure): StatusFile => ({
  ...before,
  running: false,
  failures: [...before.failures, failure],
});

/** A run has ended well, whether it published or found nothing new. `due` is null in a follow-up's tree and with a pinned `as_of`. */
export const renewedStatus = (edition: string, late: StatusFile['late'], due: Date | null): StatusFile => ({
  edition,
  running: false,
  failures: [],
  late,
  due: due === null ? null : `${due.toISOString().slice(0, 19)}Z`,
});

/** A run found nothing new: says so in both trees of the edition. `late` null keeps what they say of late sources. */
export async function renewStatus(dist: string, edition: string, late: StatusFile['late'] | null, due: Date | null): Promise<void> {
  for (const audience of AUDIENCES) {
    const tree = `${editionFolder(dist, edition)}/${audience}`;
    await writeStatus(tree, renewedStatus(edition, late ?? (await readStatus(tree, edition)).late, due));
  }
}
