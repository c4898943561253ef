import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FetchError } from '../connector.ts';

/** The text of a file that a declaration names, beside source.yaml unless it is absolute. Throws FetchError. */
export async function readDeclaredFile(folder: string, name: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path.resolve(folder, name)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not UTF-8';
    throw new FetchError('no-file', `${name}: ${code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8' : code}`, { cause: error });
  }
}
