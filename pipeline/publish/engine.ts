import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EditionInputs } from '../contract/manifest.ts';
import { sha256 } from './content-digest.ts';

/** Stamped into the bundle by cli.vite.config.ts; not there when the sources run. */
declare const __MALBILD_ENGINE__: string;
declare const __MALBILD_LOCKFILE__: string;

export const isBundle = (): boolean => typeof __MALBILD_ENGINE__ === 'string';

/** The sha256 of the sources of `pipeline/` and `dashboards/`: stamped in the bundle, computed from the folders otherwise. */
export const engineDigest = (): string => (isBundle() ? __MALBILD_ENGINE__ : digestSources(repository()));

/** What else decides an edition's bytes: Node's version, the version of its Unicode data, the lockfile's sha256. */
export const versions = (): EditionInputs['versions'] => ({
  node: process.versions.node,
  icu: process.versions.icu ?? 'none',
  lockfile: isBundle() ? __MALBILD_LOCKFILE__ : digestLockfile(repository()),
});

/** The digest of every file under `pipeline/` and `dashboards/` of a repository, names included, in path order. */
export function digestSources(root: string): string {
  const hash = createHash('sha256');
  for (const folder of ['dashboards', 'pipeline'])
    for (const path of filesUnder(join(root, folder)))
      hash.update(`${folder}/${path}\n${sha256(readFileSync(join(root, folder, path)))}\n`);
  return hash.digest('hex');
}

export const digestLockfile = (root: string): string => sha256(readFileSync(join(root, 'package-lock.json')));

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile() && !entry.name.startsWith('.'));
  return files.map(file => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/')).sort();
}

/** The repository that the sources run from. */
const repository = (): string => fileURLToPath(new URL('../..', import.meta.url));
