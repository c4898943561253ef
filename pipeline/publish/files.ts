import { copyFile, link, mkdir, open, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../words/expected-error.ts';

/** Open files at a time: enough for the disk to gather its writes, far from any limit. */
const AT_ONCE = 16;

/** Does the same with every item, some at a time. The first failure is thrown once those under way have ended. */
export async function forEachOf<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !failed; next = queue.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  const failure = ended.find(result => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** The same file under another name; a copy where the file system cannot link (another disk, no links, too many of them). */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) throw error;
    await copyFile(from, to);
  }
}

/** Makes sure that what was written to a file, or which names a folder has, is on the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file that is rewritten in place: readers see the old bytes or the new ones, never a part. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${dirname(path)}/.tmp-${path.slice(dirname(path).length + 1)}`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
}

/** Makes or moves a symbolic link in one step, and makes sure of it. `target` is relative to the link's folder. */
export async function pointTo(path: string, target: string): Promise<void> {
  const folder = dirname(path);
  const temporary = `${folder}/.tmp-${path.slice(folder.length + 1)}`;
  await mkdir(folder, { recursive: true });
  await rm(temporary, { force: true });
  await symlink(target, temporary);
  await rename(temporary, path);
  await sync(folder);
}

/** The folder and every folder in it, deepest first. */
export async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const inside = entries.filter(entry => entry.isDirectory()).map(entry => `${entry.parentPath}/${entry.name}`);
  return [folder, ...inside].sort((a, b) => b.length - a.length);
}
