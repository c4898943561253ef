import { readFile } from 'node:fs/promises';
import type { EditionsFile, Withdrawal } from '../contract/editions.ts';
import type { ChangesFile } from '../contract/feed.ts';
import type { JudgedPlan } from '../contract/goals.ts';
import type { Manifest } from '../contract/manifest.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import type { Earlier, EarlierTree } from '../words/stages.ts';
import { sha256 } from './content-digest.ts';
import { parseObservations, parseParts } from './parse-observations.ts';
import { editionFolder } from './publication.ts';
import { readManifest } from './read-manifest.ts';

const CHANGES = 'data/changes.json';
const EDITIONS = 'data/editions.json';

/** What one audience was shown before: the edition before, and the follow-ups' editions, earliest `as_of` first. `read` may remember trees. */
export async function readEarlier(
  dist: string,
  audience: AudienceName,
  editions: { before: string | null; followUps: readonly string[]; withdrawn: readonly Withdrawal[] },
  read = readTree,
): Promise<Earlier> {
  const tree = (edition: string): Promise<EarlierTree> => read(`${editionFolder(dist, edition)}/${audience}`);
  const followUps = await Promise.all(editions.followUps.map(tree));
  return {
    before: editions.before === null ? null : await tree(editions.before),
    follow_ups: followUps.sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0)),
    withdrawn: editions.withdrawn,
  };
}

/** An earlier published tree; observations are read when they are asked for. Throws ExpectedError, naming the file that is missing or changed. */
export async function readTree(folder: string): Promise<EarlierTree> {
  const manifest = await readManifest(folder);
  const goals = JSON.parse(await readListed(folder, manifest, 'data/goals.json')) as { plans: readonly JudgedPlan[] };
  const has = (listed: string): boolean => manifest.files.some(({ path }) => path === listed);
  // Editions that an older Målbild published have none of these.
  const changes = has(CHANGES) ? (JSON.parse(await readListed(folder, manifest, CHANGES)) as ChangesFile).entries : [];
  const editions = has(EDITIONS) ? (JSON.parse(await readListed(folder, manifest, EDITIONS)) as EditionsFile).editions : [];
  const { inputs, hierarchies, sources, metrics, complements } = manifest;
  return {
    edition: manifest.edition,
    as_of: manifest.as_of,
    follow_up: manifest.follow_up,
    plans: goals.plans,
    changes,
    editions,
    manifest: { inputs, hierarchies, sources, metrics, complements },
    sha256: path => manifest.files.find(file => file.path === path)?.sha256 ?? null,
    observations: once(metric => readRows(folder, manifest, `data/observations/${metric}.csv`, parseObservations)),
    parts: once(metric => readRows(folder, manifest, `data/parts/${metric}.csv`, parseParts)),
  };
}

/** What has been read of a metric is not read again. */
function once<T>(read: (metric: string) => Promise<T>): (metric: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return metric => {
    const found = known.get(metric) ?? read(metric);
    known.set(metric, found);
    return found;
  };
}

async function readRows<T>(
  folder: string,
  manifest: Manifest,
  path: string,
  parse: (text: string, file: string) => readonly T[],
): Promise<readonly T[] | null> {
  if (!manifest.files.some(file => file.path === path)) return null;
  return parse(await readListed(folder, manifest, path), `${folder}/${path}`);
}

/** The text of a file that the manifest lists, once its bytes are known to be the ones that were published. */
export async function readListed(folder: string, manifest: Manifest, path: string): Promise<string> {
  const listed = manifest.files.find(file => file.path === path);
  const cannot = (why: string, cause?: unknown): ExpectedError =>
    new ExpectedError(`an earlier edition cannot be read: ${folder}/${path} ${why}`, { cause });
  if (!listed) throw cannot('is not in its manifest');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(`${folder}/${path}`);
  } catch (error) {
    throw cannot(`cannot be opened: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (sha256(bytes) !== listed.sha256) throw cannot('is not as it was published: its sha256 is another than the manifest says');
  return Buffer.from(bytes).toString('utf8');
}
