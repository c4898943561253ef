import { FetchError } from '../connector.ts';

/** The bytes, until they are more than `megabytes` (of 1 000 000) or fail. Throws FetchError, as `faultOf` says. */
export async function* guardBytes(
  bytes: AsyncIterable<Uint8Array>,
  megabytes: number,
  faultOf: (error: unknown) => FetchError,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of bytes) {
      size += piece.length;
      if (size > megabytes * 1_000_000) throw new FetchError('too-large', `more than ${megabytes} MB`);
      yield piece;
    }
  } catch (error) {
    throw faultOf(error);
  }
}
