import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FetchError } from '../connector.ts';
import { networkFault, TryAgain } from './try-again.ts';

/**
 * A response's bytes, decompressed. `onPiece` is told the length of every piece, and may throw. An answer that breaks off (short of its
 * Content-Length, a chunk or a gzip stream that does not end) is a fault. Throws FetchError, or TryAgain.
 */
export async function* readBody(response: IncomingMessage, onPiece: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of decompressed(response)) {
      onPiece((piece as Uint8Array).length);
      yield piece as Uint8Array;
    }
  } catch (error) {
    throw networkFault(error);
  } finally {
    response.destroy();
  }
  if (!response.complete) throw new TryAgain(new FetchError('unreachable', 'the answer broke off'));
}

function decompressed(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return response;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new FetchError('wrong-answer', 'a content-encoding that was not asked for');
  const gunzip = createGunzip();
  // An error in either is met where the decompressed bytes are read.
  pipeline(response, gunzip, () => undefined);
  return gunzip;
}
