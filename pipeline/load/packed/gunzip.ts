import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { brokenArchive, unreadableArchive } from './broken-archive.ts';
import { tooLarge } from './limits.ts';
import type { Limits } from './limits.ts';

/**
 * A gzip file's bytes, unpacked; members after each other are one file (RFC 1952). Throws BrokenExtract (`archive`) where it
 * is damaged, cut short, followed by anything else or beyond the limits.
 */
export async function* gunzip(path: string, limits: Limits): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', error => unpacked.destroy(error));
  file.pipe(unpacked);
  let bytes = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (tooLarge(size, bytes, limits)) throw brokenArchive('too-large');
      yield piece;
    }
    // Node leaves what follows a zero byte after a member, be it another member, without a word.
    if (unpacked.bytesWritten !== size) throw brokenArchive('damaged');
  } catch (error) {
    throw unreadableArchive(error);
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}
