import type { FileKey, MadeBefore, RenderedFile, SameFile, TreeFiles } from '../words/stages.ts';

/** The files of a tree as they are made, each path once. */
export interface Gathering {
  /** Takes files over from the edition before, where that has all of them made by the same key; else false: they must be made. */
  takeOver(paths: readonly string[], key: string): Promise<boolean>;
  /** `key`: says all that the file was made of; not given where nobody has asked. */
  add(file: RenderedFile, key?: string): void;
  end(): TreeFiles;
}

export function gatherFiles(before: MadeBefore): Gathering {
  const files = new Map<string, RenderedFile>();
  const same: SameFile[] = [];
  const keys: Record<string, FileKey> = {};
  return {
    takeOver: async (paths, key) => {
      const found: SameFile[] = [];
      for (const path of paths) {
        const file = await before.find(path, key);
        if (file === null) return false;
        found.push(file);
      }
      for (const { path, bytes } of found) keys[path] = { key, bytes };
      same.push(...found);
      return true;
    },
    add: (file, key) => {
      files.set(file.path, file);
      if (key !== undefined) keys[file.path] = { key, bytes: file.bytes.length };
    },
    end: () => ({ files: [...files.values()], same, keys }),
  };
}

/** Where there is no edition before, or it is not known what it was made of. */
export const NOTHING_BEFORE: MadeBefore = { find: async () => null, series: () => null, explore: () => null };
