import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Recall, RecallKind, RecallNow } from '../words/recall.ts';
import { readWhole, writeWhole } from './whole-file.ts';
import { namesIn } from '../words/missing-files.ts';

/** Answers that are kept between runs, in a folder that can be deleted at any time. */
export interface KeptAnswers {
  recall: Recall;
  recallNow: RecallNow;
  /** Removes every answer that was not asked for since the folder was opened, or last forgotten. */
  forgetUnused(): Promise<void>;
}

/**
 * Answers in files of `folder`, by kind and key, each after its own SHA-256: one that is cut short or damaged is worked out anew. In one process an
 * answer is read once, and is the same object each time. `program` is part of every key: another program may answer otherwise.
 */
export function keptAnswers(folder: string, program: string): KeptAnswers {
  const known = new Map<string, unknown>();
  let asked = new Set<string>();
  const nameOf = (kind: RecallKind, key: string): string => {
    const name = `${kind}-${createHash('sha256').update(`${program}\n${key}`).digest('hex')}`;
    asked.add(name);
    return name;
  };
  /** Null where it is not known. */
  const find = (name: string): { value: unknown } | null => {
    if (known.has(name)) return { value: known.get(name) };
    const kept = readWhole(join(folder, name));
    if (kept === null) return null;
    known.set(name, deserialize(kept));
    return { value: known.get(name) };
  };
  const keep = <T>(name: string, answer: T): T => {
    writeWhole(join(folder, name), serialize(answer));
    known.set(name, answer);
    return answer;
  };

  return {
    recall: async <T>(kind: RecallKind, key: string, make: () => Promise<T>, mayKeep: (answer: T) => boolean = () => true) => {
      const name = nameOf(kind, key);
      const found = find(name);
      if (found !== null) return found.value as T;
      const answer = await make();
      return mayKeep(answer) ? keep(name, answer) : answer;
    },
    recallNow: <T>(kind: RecallKind, key: string, make: () => T) => {
      const name = nameOf(kind, key);
      const found = find(name);
      return found === null ? keep(name, make()) : (found.value as T);
    },
    forgetUnused: async () => {
      for (const name of known.keys()) if (!asked.has(name)) known.delete(name);
      for (const name of await namesIn(folder)) if (!asked.has(name)) await rm(join(folder, name), { force: true });
      asked = new Set();
    },
  };
}
