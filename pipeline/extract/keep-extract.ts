import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileMark } from './ledger.ts';
import { StateError } from './state-error.ts';

/** A file in the drop folder that cannot be read now. The message is the system's code, or `changing`. */
export class UnreadableFile extends Error {}

export interface KeptExtract {
  sha256: string;
  bytes: number;
  mark: FileMark;
}

/** Size, modification time and inode: the same as last time counts as unchanged. Throws UnreadableFile. */
export async function markOf(file: string): Promise<FileMark> {
  try {
    const stat = await fs.stat(file, { bigint: true });
    if (!stat.isFile()) throw new UnreadableFile('EINVAL');
    return { size: String(stat.size), mtime: String(stat.mtimeNs), inode: String(stat.ino) };
  } catch (error) {
    throw new UnreadableFile(reasonOf(error), { cause: error });
  }
}

export const sameMark = (a: FileMark, b: FileMark): boolean => a.size === b.size && a.mtime === b.mtime && a.inode === b.inode;

/**
 * Copies a file's bytes to `<folder>/<sha256>`, durably: temporary name, fsync, rename. The caller syncs the folder.
 * Throws UnreadableFile when the drop folder's file is at fault (also when it changes while it is read, as a file does
 * that is still being written), StateError when the state folder is.
 */
export async function keepExtract(file: string, folder: string): Promise<KeptExtract> {
  const mark = await markOf(file);
  const temporary = path.join(folder, `.${process.pid}.part`);
  try {
    const { sha256, bytes } = await copy(file, temporary);
    if (String(bytes) !== mark.size || !sameMark(mark, await markOf(file))) throw new UnreadableFile('changing');
    await inState(folder, () => fs.rename(temporary, path.join(folder, sha256)));
    return { sha256, bytes, mark };
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function copy(file: string, temporary: string): Promise<{ sha256: string; bytes: number }> {
  const input = await fs.open(file, 'r').catch((error: unknown) => {
    throw new UnreadableFile(reasonOf(error), { cause: error });
  });
  try {
    const output = await inState(temporary, () => fs.open(temporary, 'w'));
    try {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(1 << 18);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await input.read(buffer, 0, buffer.length).catch((error: unknown) => {
          throw new UnreadableFile(reasonOf(error), { cause: error });
        });
        if (bytesRead === 0) break;
        const read = buffer.subarray(0, bytesRead);
        hash.update(read);
        await inState(temporary, () => output.writeFile(read));
        bytes += bytesRead;
      }
      await inState(temporary, () => output.sync());
      return { sha256: hash.digest('hex'), bytes };
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
}

/** Makes renames in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  await inState(folder, async () => {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

async function inState<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new StateError(file, 'cannot be written', error);
  }
}

/** The system's code (`EACCES`), which is the same on every machine, unlike the message with its paths. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
