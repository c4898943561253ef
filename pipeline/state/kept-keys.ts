import { join } from 'node:path';
import type { AudienceName } from '../words/project.ts';
import type { FileKey } from '../words/stages.ts';
import { readWhole, writeWhole } from './whole-file.ts';

/** What the files of one edition were made of: for each audience, by path, a key that says all of it. */
export interface KeptKeys {
  edition: string;
  /** The program that made them: another one may make other files of the same. */
  program: string;
  keys: Readonly<Record<AudienceName, Readonly<Record<string, FileKey>>>>;
}

const pathOf = (state: string): string => join(state, 'keys');

/** The keys of an edition, as this program made it; null where they are not kept, or not whole. The file can be deleted at any time. */
export function readKeys(state: string, edition: string, program: string): KeptKeys['keys'] | null {
  const content = readWhole(pathOf(state));
  const kept = content && (JSON.parse(content.toString('utf8')) as KeptKeys);
  return kept?.edition === edition && kept.program === program ? kept.keys : null;
}

/** Keeps the keys of the latest edition, in the place of those before. */
export const keepKeys = (state: string, kept: KeptKeys): void => writeWhole(pathOf(state), Buffer.from(JSON.stringify(kept)));
