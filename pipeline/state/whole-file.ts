import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from '../words/expected-error.ts';

const DIGEST_BYTES = 32;

/** The content of a file that stands after its own SHA-256; null where there is none that is whole. */
export function readWhole(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(DIGEST_BYTES);
    return digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES)) ? content : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Writes a file after its own SHA-256, in one step. */
export function writeWhole(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, digestOf(content));
  appendFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

const digestOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();
