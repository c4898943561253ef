import type { MadeBefore, RenderedFile, TreeFiles } from '../words/stages.ts';

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
  const same: string[] = [];
  const keys: Record<string, string> = {};
  return {
    takeOver: async (paths, key) => {
      for (const path of paths) if (!(await before.has(path, key))) return false;
      for (const path of paths) keys[path] = key;
      same.push(...paths);
      return true;
    },
    add: (file, key) => {
      files.set(file.path, file);
      if (key !== undefined) keys[file.path] = key;
    },
    end: () => ({ files: [...files.values()], same, keys }),
  };
}

/** Where there is no edition before, or it is not known what it was made of. */
export const NOTHING_BEFORE: MadeBefore = { has: async () => false, series: () => null };
