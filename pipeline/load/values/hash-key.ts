import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError, hasCode } from '../../words/expected-error.ts';

/** The key of personal digests cannot be used. What it is, is not said. */
export class HashKeyError extends ExpectedError {
  override readonly name: string = 'HashKeyError';
}

const VARIABLE = 'MALBILD_HASH_KEY';
const KEY_BYTES = 32;
const HEXADECIMAL = /^[0-9a-fA-F]{64}$/;
/** Read by, written by or run by the group or others. */
const OTHERS = 0o077;

/**
 * The key of personal digests, 32 bytes: 64 hexadecimal digits in the environment's MALBILD_HASH_KEY, else in `hash-key` in
 * the state folder, which is made, random, when it is first asked for. Throws HashKeyError for anything else, and for a
 * file that others can read.
 */
export async function readHashKey(state: string, environment: Readonly<Record<string, string | undefined>>): Promise<Uint8Array> {
  const given = environment[VARIABLE];
  if (given !== undefined && given !== '') return keyOf(given, VARIABLE);
  const file = path.join(state, 'hash-key');
  return (await readKeyFile(file)) ?? (await makeKeyFile(state, file));
}

function keyOf(text: string, where: string): Uint8Array {
  if (!HEXADECIMAL.test(text.trim()))
    throw new HashKeyError(`${where}: not a key; it holds 64 hexadecimal digits, as \`openssl rand -hex 32\` writes`);
  return Buffer.from(text.trim(), 'hex');
}

/** The key in a file; null where there is no file. */
async function readKeyFile(file: string): Promise<Uint8Array | null> {
  try {
    const handle = await open(file, 'r');
    try {
      if (((await handle.stat()).mode & OTHERS) !== 0)
        throw new HashKeyError(
          `${file}: others than its owner can read it; take that right away (chmod 600), or put a new key in its place`,
        );
      return keyOf(await handle.readFile('utf8'), file);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    if (error instanceof HashKeyError) throw error;
    throw new HashKeyError(`${file}: cannot be read (${(error as Error).message})`, { cause: error });
  }
}

/** Makes the file whole or not at all; of two that make it at once, both use the one that came first. */
async function makeKeyFile(state: string, file: string): Promise<Uint8Array> {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(state, { recursive: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw new HashKeyError(`${file}: cannot be made (${(error as Error).message})`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
  return (await readKeyFile(file))!;
}
