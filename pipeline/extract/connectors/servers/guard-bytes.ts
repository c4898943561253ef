import { FetchError } from '../connector.ts';

/** The bytes, until they are more than `most` or fail. Throws FetchError, as `faultOf` says. */
export async function* guardBytes(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  faultOf: (error: unknown) => FetchError,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of bytes) {
      size += piece.length;
      if (size > most) throw new FetchError('too-large', `more than ${most / 1_000_000} MB`);
      yield piece;
    }
  } catch (error) {
    throw faultOf(error);
  }
}
