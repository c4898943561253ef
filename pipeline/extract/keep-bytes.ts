import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { StateError } from './state-error.ts';

export interface KeptBytes {
  sha256: string;
  bytes: number;
}

/**
 * Puts bytes in `<folder>/<sha256>`, durably: temporary name, fsync, rename. The caller syncs the folder. What `pieces`
 * throws is thrown on, and nothing is kept then. A piece may be overwritten once the next one is asked for. Throws
 * StateError when the state folder is at fault.
 */
export async function keepBytes(pieces: AsyncIterable<Uint8Array>, folder: string): Promise<KeptBytes> {
  const temporary = path.join(folder, `.${process.pid}.part`);
  try {
    const kept = await write(pieces, temporary);
    await inState(folder, () => fs.rename(temporary, path.join(folder, kept.sha256)));
    return kept;
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function write(pieces: AsyncIterable<Uint8Array>, temporary: string): Promise<KeptBytes> {
  const output = await inState(temporary, () => fs.open(temporary, 'w'));
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      // The disk writes while the digest is computed.
      const written = inState(temporary, () => output.writeFile(piece));
      hash.update(piece);
      await written;
      bytes += piece.length;
    }
    await inState(temporary, () => output.sync());
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await output.close();
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
