import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { texts } from './texts.ts';
import type { World } from './world.ts';

/** Writes a file into the folder the person stands in. Throws ExpectedError where there is one already. */
export async function writeNewFile(world: World, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(world.cwd, name), bytes, { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new ExpectedError(texts.formExists(resolve(world.cwd, name)), { cause: error });
    throw error;
  }
}
