import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Encoding } from '../../words/format.ts';
import { decoderOf } from './decoder-of.ts';
import type { DecodedEncoding } from './decoder-of.ts';
import { byteOrder, familyOf, isLetter, LETTERS, looksLike, markedAs } from './looks-like.ts';

/** Where a file shows that it is in another encoding than the declared one, though every byte could be read as declared. */
export interface Misreading {
  line: number;
  /** Empty where nothing is likelier. */
  looks: string;
}

/** Bytes: enough for a mark and the zeros of UTF-16, and enough to say what a file is instead. */
const HEAD = 4096;
const LONG_HEAD = 1 << 20;

/**
 * Finds out, before a file is decoded, that it would be silently misread: a byte order mark that contradicts the
 * declaration, UTF-16 of the other byte order or none, or letters of another encoding inside of words. Null where nothing
 * speaks against the declaration.
 */
export async function findMisreading(file: string, encoding: Encoding): Promise<Misreading | null> {
  const head = await headOf(file, HEAD);
  const mark = markedAs(head);
  if (mark !== null && mark !== encoding && !(encoding === 'utf-16' && mark !== 'utf-8')) return { line: 1, looks: mark };
  if (encoding === 'utf-16') return mark === null && head.length > 0 ? { line: 1, looks: await looks16(file, encoding) } : null;
  if (encoding === 'utf-8') return null;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const wrong = head.length > 1 && byteOrder(head) !== encoding && (!head.includes(0) || byteOrder(head) !== null);
    return wrong ? { line: 1, looks: await looks16(file, encoding) } : null;
  }
  return foreignLetters(file, encoding);
}

async function looks16(file: string, declared: Encoding): Promise<string> {
  const head = await headOf(file, LONG_HEAD);
  return byteOrder(head) ?? looksLike(head, declared) ?? '';
}

async function headOf(file: string, length: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Second bytes of å ä ö Å Ä Ö é in UTF-8, after 0xc3. */
const UTF8_LETTERS: readonly number[] = [0xa5, 0xa4, 0xb6, 0x85, 0x84, 0x96, 0xa9];
/** One letter that no word has inside of it is enough; of signs that a slip can put there it takes two, of foreign letters four. */
const ENOUGH = 4;
const SLIP = 2;
const FOREIGN = 1;
/** Its capitals are signs and letters that texts of DOS and Windows have too; its small ö is the š of windows-1252, and counts for half. */
const SMALL_MACINTOSH = LETTERS.macintosh.slice(0, 3);

/**
 * Looks for another encoding's å ä ö in a file of single bytes. A whole file that is valid UTF-8 and not ASCII is UTF-8.
 * Else what counts is a byte between two ASCII letters that is å, ä, ö or é in the other encoding, and in the declared one
 * something that is not found inside of a word: `Sj”g†rd`, `Sj÷gÕrd`, `SjÃ¶gÃ¥rd`. The file's own å ä ö in such places, as
 * declared, weigh against it. A false alarm would stop a file that is well, which is worse than a miss: a single doubtful sign, first and last
 * letters of words, and encodings that differ only in other letters (€ in windows-1252 and ISO 8859-15, ø in the code
 * pages) decide nothing.
 */
async function foreignLetters(file: string, encoding: DecodedEncoding): Promise<Misreading | null> {
  const family = familyOf(encoding)!;
  const other = family === 'dos' ? 'latin' : 'dos';
  const others = [
    { looks: other === 'dos' ? 'cp850' : 'windows-1252', weights: weightsOf(encoding, LETTERS[other], FOREIGN), points: 0, line: 0 },
    { looks: 'macintosh', weights: weightsOf(encoding, SMALL_MACINTOSH, FOREIGN / 2), points: 0, line: 0 },
  ];
  const utf8Letters = { looks: 'utf-8', points: 0, line: 0 };
  const ownLetters = new Set(LETTERS[family]);
  let own = 0;
  let line = 1;
  let firstHigh: number | null = null;
  const add = (to: { points: number; line: number }, points: number): void => {
    if (points > 0 && to.points === 0) to.line = line;
    to.points += points;
  };
  // Each byte is looked at once, with one byte before it and two after it.
  const look = (bytes: Uint8Array): void => {
    for (let i = 1; i < bytes.length - 2; i++) {
      const byte = bytes[i]!;
      if (byte === 0x0a) line++;
      if (byte < 0x80) continue;
      firstHigh ??= line;
      const before = isLetter(bytes[i - 1]);
      const after = isLetter(bytes[i + 1]);
      if (before && after) {
        if (ownLetters.has(byte)) own++;
        for (const each of others) add(each, each.weights(byte, bytes[i + 1]!));
      }
      if (before && byte === 0xc3 && UTF8_LETTERS.includes(bytes[i + 1]!) && isLetter(bytes[i + 2])) add(utf8Letters, ENOUGH);
    }
  };
  const utf8 = utf8Check();
  let tail: Uint8Array = Buffer.from('\n');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    utf8.take(chunk);
    const bytes = Buffer.concat([tail, chunk]);
    look(bytes);
    tail = bytes.subarray(Math.max(0, bytes.length - 3));
  }
  look(Buffer.concat([tail, Buffer.from('\n\n')]));
  if (utf8.isValid() && firstHigh !== null) return { line: firstHigh, looks: 'utf-8' };
  const [likeliest] = [utf8Letters, ...others]
    .filter(({ points }) => points >= ENOUGH && points > 2 * ENOUGH * own)
    .sort((a, b) => b.points - a.points);
  return likeliest ? { line: likeliest.line, looks: likeliest.looks } : null;
}

/** How much it says that a byte stands between two letters, which it should not do as declared; 0 for bytes that are no letters of the other. */
function weightsOf(encoding: DecodedEncoding, letters: readonly number[], foreign: number): (byte: number, after: number) => number {
  const decode = decoderOf(encoding);
  const signs = new Map(letters.map(byte => [byte, decode(Uint8Array.of(byte), true)]));
  const isLower = (byte: number): boolean => byte >= 0x61;
  return (byte, after) => {
    const sign = signs.get(byte);
    if (sign === undefined) return 0;
    // A quotation mark where a space was forgotten; a line where a hyphen was meant.
    if (/[\u2018-\u201d\u2500-\u257f]/.test(sign)) return sign === '\u201e' ? ENOUGH : SLIP;
    if (!/\p{Script=Latin}/u.test(sign)) return ENOUGH;
    const capitalInside = sign !== sign.toLowerCase() && isLower(after);
    return capitalInside ? ENOUGH : foreign;
  };
}

function utf8Check(): { take(bytes: Uint8Array): void; isValid(): boolean } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  const decode = (bytes: Uint8Array, last: boolean): void => {
    try {
      if (valid) decoder.decode(bytes, { stream: !last });
    } catch {
      valid = false;
    }
  };
  return {
    take: bytes => decode(bytes, false),
    isValid: () => {
      decode(new Uint8Array(), true);
      return valid;
    },
  };
}
