import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { brokenArchive, unreadableArchive } from './broken-archive.ts';
import { LIMITS, tooLarge } from './limits.ts';
import type { Limits } from './limits.ts';

/** A file in an archive. */
export interface PackedFile {
  /** Its path there, with `/`. */
  name: string;
  /** Unpacked, as the archive says; reading it fails where that is not so. */
  bytes: number;
}

export interface ZipArchive {
  /** Without folders, in the archive's order. No name stands twice. */
  files: readonly PackedFile[];
  /** A file's bytes, unpacked, checked against its size and CRC-32. */
  read(file: PackedFile): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens a ZIP archive by its central directory. Throws BrokenExtract (`archive`) where it is damaged, encrypted or beyond
 * the limits, also while a file is read; errors of the disk are thrown on.
 */
export async function openZip(path: string, limits: Limits = LIMITS): Promise<ZipArchive> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { autoClose: false });
    const entries = await filesOf(zip, limits);
    return archiveOf(zip, entries, limits);
  } catch (error) {
    zip?.close();
    throw unreadableArchive(error);
  }
}

async function filesOf(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw brokenArchive('too-many');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entries.has(entry.fileName)) throw brokenArchive('damaged');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits): ZipArchive {
  return {
    files: [...entries.values()].map(({ fileName, uncompressedSize }) => ({ name: fileName, bytes: uncompressedSize })),
    async *read({ name }) {
      const entry = entries.get(name)!;
      if (entry.isEncrypted()) throw brokenArchive('encrypted');
      if (!entry.canDecodeFileData()) throw brokenArchive('method');
      if (tooLarge(entry.compressedSize, entry.uncompressedSize, limits)) throw brokenArchive('too-large');
      try {
        let crc = 0;
        for await (const bytes of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
          crc = crc32(bytes, crc);
          yield bytes;
        }
        if (crc !== entry.crc32) throw brokenArchive('damaged');
      } catch (error) {
        throw unreadableArchive(error);
      }
    },
    close: () => zip.close(),
  };
}
