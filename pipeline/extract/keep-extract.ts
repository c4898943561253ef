import fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { keepBytes, type KeptBytes } from './keep-bytes.ts';
import type { FileMark } from './ledger-entry.ts';

/** A file in the drop folder that cannot be read now. The message is the system's code, or `changing`. */
export class UnreadableFile extends Error {}

export interface KeptExtract extends KeptBytes {
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
 * Copies a file's bytes to `<folder>/<sha256>`, durably; the caller syncs the folder. Throws UnreadableFile when the drop
 * folder's file is at fault (also when it changes while it is read, as a file does that is still being written),
 * StateError when the state folder is.
 */
export async function keepExtract(file: string, folder: string): Promise<KeptExtract> {
  const mark = await markOf(file);
  return { ...(await keepBytes(piecesOf(file, mark), folder)), mark };
}

async function* piecesOf(file: string, mark: FileMark): AsyncGenerator<Uint8Array> {
  const input = await orUnreadable(fs.open(file, 'r'));
  try {
    yield* read(input, file, mark);
  } finally {
    await input.close();
  }
}

async function* read(input: FileHandle, file: string, mark: FileMark): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(1 << 18);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await orUnreadable(input.read(buffer, 0, buffer.length));
    if (bytesRead === 0) break;
    yield buffer.subarray(0, bytesRead);
    bytes += bytesRead;
  }
  if (String(bytes) !== mark.size || !sameMark(mark, await markOf(file))) throw new UnreadableFile('changing');
}

const orUnreadable = <T>(act: Promise<T>): Promise<T> =>
  act.catch((error: unknown) => {
    throw new UnreadableFile(reasonOf(error), { cause: error });
  });

/** The system's code (`EACCES`), which is the same on every machine, unlike the message with its paths. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
