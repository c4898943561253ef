import fs from 'node:fs/promises';
import path from 'node:path';
import { compareBytes } from '../words/compare-bytes.ts';
import { splitGlob } from '../words/drop-folder.ts';
import { hasCode } from '../words/expected-error.ts';

/** A file that a glob found: where it is, and its path below the glob's fixed folder, with `/`. */
export interface FoundFile {
  path: string;
  name: string;
}

/**
 * The files that `glob` matches, relative to `root` unless it is absolute, in byte order of their names. `*` and `?` match
 * within a name, `**` any folders; names that begin with a dot only match when the pattern says the dot, so that lock files
 * and editors' copies are left alone. A folder that does not exist holds no files; one that cannot be read throws.
 */
export async function findFiles(root: string, glob: string): Promise<FoundFile[]> {
  const { folder, segments } = splitGlob(glob);
  const found = new Map<string, FoundFile>();
  await walk(path.resolve(root, folder), '', segments, found);
  return [...found.values()].sort((a, b) => compareBytes(a.name, b.name));
}

async function walk(folder: string, prefix: string, segments: readonly string[], found: Map<string, FoundFile>): Promise<void> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === '**') await walk(folder, prefix, rest, found);
  for (const entry of await entriesOf(folder)) {
    const here = path.join(folder, entry.name);
    const name = prefix + entry.name;
    if (segment === '**') {
      if (!entry.name.startsWith('.') && entry.isDirectory()) await walk(here, `${name}/`, segments, found);
    } else if (segmentPattern(segment).test(entry.name)) {
      if (rest.length > 0) {
        if (await isFolder(here)) await walk(here, `${name}/`, rest, found);
      } else if (!(await isFolder(here))) found.set(name, { path: here, name });
    }
  }
}

async function entriesOf(folder: string) {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Links are followed; a link to nothing counts as a file, so that it is refused rather than passed over. */
const isFolder = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    stat => stat.isDirectory(),
    () => false,
  );

/** What a segment of a glob matches: whole names, without those that begin with a dot unless it says the dot. */
export function segmentPattern(segment: string): RegExp {
  const body = segment
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replace(/\?/g, '[^/]');
  return new RegExp(`^${/^[*?]/.test(segment) ? '(?!\\.)' : ''}${body}$`, 'su');
}
