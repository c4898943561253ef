import type { SFTPWrapper, Stats } from 'ssh2';
import { FetchError } from '../connector.ts';
import { isFile, versionOf } from './list-files.ts';
import { isGone } from './sftp-fault.ts';

/** A file that is open on the server, and what it was when it was opened. */
export interface OpenFile {
  handle: Buffer;
  version: string;
}

/** A piece that OpenSSH gives in one answer. */
const PIECE = 1 << 18;

/** Opens a file; null where it is gone since it was listed, or is no file (a link to a folder). */
export async function openRemote(sftp: SFTPWrapper, path: string): Promise<OpenFile | null> {
  try {
    const handle = await new Promise<Buffer>((resolve, reject) =>
      sftp.open(path, 'r', (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    const stats = await statOf(sftp, handle);
    if (isFile(stats)) return { handle, version: versionOf(stats) };
    await closeRemote(sftp, handle);
    return null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export const closeRemote = (sftp: SFTPWrapper, handle: Buffer): Promise<void> =>
  new Promise((resolve, reject) => sftp.close(handle, error => (error ? reject(error) : resolve())));

/** The file's bytes. Throws FetchError at the end where it was written to meanwhile: then they are of no one moment. */
export async function* readRemote(sftp: SFTPWrapper, { handle, version }: OpenFile): AsyncGenerator<Uint8Array> {
  const stream = sftp.createReadStream('', { handle, autoClose: false, highWaterMark: PIECE });
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    yield piece;
  }
  const after = await statOf(sftp, handle);
  if (versionOf(after) !== version || size !== after.size) throw new FetchError('wrong-answer', 'the file changed while it was read');
}

const statOf = (sftp: SFTPWrapper, handle: Buffer): Promise<Stats> =>
  new Promise((resolve, reject) => sftp.fstat(handle, (error, stats) => (error ? reject(error) : resolve(stats))));
