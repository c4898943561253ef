import { open } from 'node:fs/promises';
import path from 'node:path';
import ssh2 from 'ssh2';
import { FetchError } from '../connector.ts';

/** A private key's text, from a file that nobody else can read. Throws FetchError. */
export async function readKey(folder: string, name: string): Promise<string> {
  const file = await open(path.resolve(folder, name), 'r').catch((error: NodeJS.ErrnoException) => {
    throw new FetchError('no-secret', `the key cannot be read (${error.code})`, { cause: error });
  });
  try {
    const mode = (await file.stat()).mode & 0o777;
    if ((mode & 0o077) !== 0)
      throw new FetchError('no-secret', `the key has mode ${mode.toString(8)}, others can read it; 600 or 400 is allowed`);
    const key = await file.readFile('utf8');
    const parsed = ssh2.utils.parseKey(key);
    if (parsed instanceof Error || !parsed.isPrivateKey())
      throw new FetchError('no-secret', 'the key is no private key, or one that needs a passphrase');
    return key;
  } finally {
    await file.close();
  }
}
