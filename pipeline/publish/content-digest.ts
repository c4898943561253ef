import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hasCode } from '../words/expected-error.ts';

/** Hashed in pieces of this many characters, so that a large value is never one string. */
const PIECE = 65_536;

/**
 * The sha256 of a value as canonical JSON: keys sorted by code unit, no spaces, undefined properties left out, a Map as the object
 * of its entries, bytes as their sha256. Equal values give equal digests on every machine.
 * Throws TypeError for what JSON cannot say (NaN, a function, a Date), since two such values would look the same.
 */
export function contentDigest(value: unknown): string {
  const hash = createHash('sha256');
  let piece = '';
  const write = (text: string): void => {
    piece += text;
    if (piece.length < PIECE) return;
    hash.update(piece);
    piece = '';
  };
  writeValue(value, write);
  return hash.update(piece).digest('hex');
}

function writeValue(value: unknown, write: (text: string) => void): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return write(JSON.stringify(value));
  if (typeof value === 'number' && Number.isFinite(value)) return write(JSON.stringify(value));
  if (value instanceof Uint8Array) return write(JSON.stringify(`sha256:${sha256(value)}`));
  if (Array.isArray(value)) return writeArray(value, write);
  if (value instanceof Map) return writeEntries([...value], write);
  if (value instanceof Set) return writeArray([...value].sort(), write);
  if (typeof value === 'object' && isPlain(value)) return writeEntries(Object.entries(value), write);
  throw new TypeError(`no canonical JSON for ${typeof value === 'object' ? value.constructor.name : `${typeof value} ${String(value)}`}`);
}

function writeArray(items: readonly unknown[], write: (text: string) => void): void {
  write('[');
  items.forEach((item, i) => {
    if (i > 0) write(',');
    writeValue(item, write);
  });
  write(']');
}

function writeEntries(entries: readonly (readonly [unknown, unknown])[], write: (text: string) => void): void {
  const given = entries.filter(([, value]) => value !== undefined).map(([key, value]) => [String(key), value] as const);
  given.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  write('{');
  given.forEach(([key, value], i) => {
    write(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    writeValue(value, write);
  });
  write('}');
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The sha256 of a file's bytes; null where there is no such file. */
export async function digestOfFile(path: string): Promise<string | null> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
