import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hasCode } from '../words/expected-error.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place } from './world.ts';

/** The folders that `--project` and `--out` say, absolute. */
export function placeOf(options: { project?: string; out?: string }, cwd: string): Place {
  const project = resolve(cwd, options.project ?? '.');
  return { project, out: options.out === undefined ? `${project}/dist` : resolve(cwd, options.out), state: `${project}/.malbild` };
}

/** Throws UsageError where the folder is no project: nothing is to be made in a folder that was named by mistake. */
export async function expectProject(folder: string): Promise<void> {
  try {
    await access(`${folder}/malbild.yaml`);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw new UsageError(texts.noProject(folder), { cause: error });
    throw error;
  }
}
