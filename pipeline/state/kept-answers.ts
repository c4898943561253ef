import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hasCode } from '../words/expected-error.ts';
import type { Recall, RecallKind } from '../words/recall.ts';

/** Answers that are kept between runs, in a folder that can be deleted at any time. */
export interface KeptAnswers {
  recall: Recall;
  /** Removes every answer that was not asked for since the folder was opened, or last forgotten. */
  forgetUnused(): Promise<void>;
}

const DIGEST_BYTES = 32;

/**
 * Answers in files of `folder`, by kind and key, each after its own SHA-256: one that is cut short or damaged is worked out anew. In one process an
 * answer is read once, and is the same object each time. `program` is part of every key: another program may answer otherwise.
 */
export function keptAnswers(folder: string, program: string): KeptAnswers {
  const known = new Map<string, unknown>();
  let asked = new Set<string>();

  return {
    recall: async <T>(kind: RecallKind, key: string, make: () => Promise<T>, mayKeep: (answer: T) => boolean = () => true) => {
      const name = `${kind}-${createHash('sha256').update(`${program}\n${key}`).digest('hex')}`;
      asked.add(name);
      if (known.has(name)) return known.get(name) as T;
      const kept = await readAnswer(join(folder, name));
      const answer = kept === null ? await make() : (kept.value as T);
      if (!mayKeep(answer)) return answer;
      if (kept === null) await writeAnswer(folder, name, answer);
      known.set(name, answer);
      return answer;
    },
    forgetUnused: async () => {
      for (const name of known.keys()) if (!asked.has(name)) known.delete(name);
      for (const name of await namesIn(folder)) if (!asked.has(name)) await rm(join(folder, name), { force: true });
      asked = new Set();
    },
  };
}

/** Null where there is none that is whole. */
async function readAnswer(path: string): Promise<{ value: unknown } | null> {
  try {
    const bytes = await readFile(path);
    const content = bytes.subarray(DIGEST_BYTES);
    return digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES)) ? { value: deserialize(content) } : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function writeAnswer(folder: string, name: string, value: unknown): Promise<void> {
  const content = serialize(value);
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.new`, digestOf(content));
  await writeFile(`${path}.new`, content, { flag: 'a' });
  await rename(`${path}.new`, path);
}

const digestOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
