import { readFile } from 'node:fs/promises';
import type { Manifest } from '../contract/manifest.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { MANIFEST } from './publication.ts';

/** A tree's manifest. Throws ExpectedError, naming the file, where it is missing or not whole. */
export async function readManifest(tree: string): Promise<Manifest> {
  const path = `${tree}/${MANIFEST}`;
  let found: unknown;
  try {
    found = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ExpectedError(`an earlier edition cannot be read: ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!isManifest(found))
    throw new ExpectedError(`an earlier edition cannot be read: ${path} is not a manifest of this version of Målbild`);
  return found;
}

/** A tree's manifest; null where it is missing, as in what is left of a withdrawn edition, or not whole. */
export async function readManifestIfWhole(tree: string): Promise<Manifest | null> {
  try {
    return await readManifest(tree);
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
}

/** Our own file, so its shape is asked for only as far as it is used here. */
const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) &&
  typeof value.edition === 'string' &&
  typeof value.as_of === 'string' &&
  (value.follow_up === null || typeof value.follow_up === 'string') &&
  Array.isArray(value.files) &&
  Array.isArray(value.metrics);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
