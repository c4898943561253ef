import type { Encoding } from '../../words/format.ts';

/** Encodings whose å ä ö are the same bytes. */
type Family = 'latin' | 'dos' | 'macintosh';

/** Bytes of å ä ö Å Ä Ö é in encodings that Swedish systems have written. */
export const LETTERS: Readonly<Record<Family, readonly number[]>> = {
  latin: [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9],
  dos: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82],
  macintosh: [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85, 0x8e],
};

const FAMILIES = Object.keys(LETTERS) as Family[];

export const familyOf = (encoding: Encoding): Family | null =>
  encoding.startsWith('cp') ? 'dos' : encoding === 'windows-1252' || encoding.startsWith('iso-8859') ? 'latin' : null;

export const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** The encoding whose byte order mark the bytes begin with; null where there is none. */
export function markedAs(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** Which UTF-16 the bytes' zeros are of: any text has ASCII in it, if only line ends, whose high bytes are zero. Null where neither. */
export function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let difference = 0;
  for (const [i, byte] of bytes.entries()) if (byte === 0) difference += i % 2 === 0 ? 1 : -1;
  return difference === 0 ? null : difference < 0 ? 'utf-16le' : 'utf-16be';
}

/** What a file's bytes look like, where they are not in the declared encoding; null when nothing fits better. */
export function looksLike(bytes: Uint8Array, declared: Encoding): string | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) return 'xlsx';
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44) return 'pdf';
  const mark = markedAs(bytes);
  if (mark !== null && mark !== declared) return mark;
  const sample = bytes.subarray(0, 4096);
  if (!declared.startsWith('utf-16') && sample.filter(byte => byte === 0).length > sample.length / 4) return byteOrder(sample);
  if (
    declared !== 'utf-8' &&
    bytes.length > 0 &&
    !bytes.includes(0) &&
    isUtf8(bytes) &&
    (declared.startsWith('utf-16') || bytes.some(byte => byte >= 0x80))
  )
    return 'utf-8';
  // A byte that ISO 8859 has as a control character can be one of the signs that windows-1252 has there.
  const possible = FAMILIES.filter(family => family !== familyOf(declared) || declared.startsWith('iso-8859'));
  const [best] = possible
    .map(family => ({ family, ...count(bytes, family) }))
    .filter(({ all }) => all > 0)
    .sort((a, b) => b.besideLetters - a.besideLetters);
  if (!best) return null;
  return best.family === 'macintosh' ? 'macintosh' : best.family === 'dos' ? 'cp850' : latinName(bytes);
}

/** How many bytes are å ä ö é in a family, and how many letters stand beside them: that tells them from quotation marks. */
function count(bytes: Uint8Array, family: Family): { all: number; besideLetters: number } {
  const letters = LETTERS[family];
  let all = 0;
  let besideLetters = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80 || !letters.includes(byte)) continue;
    all++;
    besideLetters += Number(isLetter(bytes[i - 1])) + Number(isLetter(bytes[i + 1]));
  }
  return { all, besideLetters };
}

/** 0xa4 is the euro sign of ISO 8859-15; in windows-1252 it is a sign nobody uses, and the euro has a byte that ISO 8859 lacks. */
const latinName = (bytes: Uint8Array): string =>
  bytes.includes(0xa4) && !bytes.some(byte => byte >= 0x80 && byte < 0xa0) ? 'iso-8859-15' : 'windows-1252';

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`, because the bytes may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
