import { isUtf8 as isValidUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { findMisreading } from '../../load/text/find-misreading.ts';
import { byteOrder, looksLike, markedAs } from '../../load/text/looks-like.ts';
import { ENCODINGS } from '../../words/format.ts';
import type { Encoding } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import { fileHead } from './file-head.ts';

const HEAD = 1 << 20;

export interface EncodingGuess {
  encoding: Encoding;
  /** Null where it is what is read when nothing is said. */
  note: string | null;
}

/**
 * The encoding that a file shows: by its byte order mark, as valid UTF-8, by the zeros of UTF-16, else by whose å, ä and ö
 * its bytes are. What has no letter beyond ASCII is UTF-8. Throws NotDraftable for what is in none that is read.
 */
export async function guessEncoding(path: string): Promise<EncodingGuess> {
  const head = await fileHead(path, HEAD);
  const mark = markedAs(head);
  if (mark === 'utf-16le' || mark === 'utf-16be') return { encoding: mark, note: `${mark} by its byte order mark` };
  if (head.includes(0)) {
    const order = byteOrder(head);
    if (order === null) throw new NotDraftable('it is not text, and of no format that is read');
    return { encoding: order, note: `${order} by its zero bytes` };
  }
  if (await isUtf8(path)) return { encoding: 'utf-8', note: null };
  const misread = await findMisreading(path, 'windows-1252');
  const looks = misread?.looks || (misread === null ? looksLike(head, 'utf-8') : null) || 'windows-1252';
  if (looks === 'utf-8') throw new NotDraftable(`line ${misread!.line}: some of it is UTF-8 and some is not; have it exported anew`);
  const encoding = ENCODINGS.find(each => each === looks);
  if (encoding === undefined) throw new NotDraftable(`it looks like ${looks}, which is not read; have it exported as UTF-8`);
  return { encoding, note: `${encoding} by its letters å, ä and ö` };
}

async function isUtf8(path: string): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = wholeCharacters(bytes);
    if (!isValidUtf8(bytes.subarray(0, end))) return false;
    rest = bytes.subarray(end);
  }
  return rest.length === 0;
}

/** Where the last character begins that the bytes have only a part of; their end where they have all of it. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
