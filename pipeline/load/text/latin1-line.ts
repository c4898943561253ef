import { createReadStream } from 'node:fs';

/** Bytes of å ä ö Å Ä Ö é in the code pages of DOS, and in windows-1252 and ISO 8859. */
const DOS = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82];
const LATIN_1 = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9];

/**
 * For a code page of DOS, which has a character for every byte: the first line with a letter of windows-1252, where the file
 * has more of its å ä ö than of the code page's own. Null otherwise.
 */
export async function latin1Line(file: string, encoding: string): Promise<number | null> {
  if (!encoding.startsWith('cp')) return null;
  let line = 1;
  let first: number | null = null;
  const counts = new Uint32Array(256);
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>)
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 0x0a) line++;
      else if (byte >= 0x80) {
        counts[byte]!++;
        if (first === null && LATIN_1.includes(byte)) first = line;
      }
    }
  const sum = (letters: readonly number[]): number => letters.reduce((total, byte) => total + counts[byte]!, 0);
  return sum(LATIN_1) > sum(DOS) ? first : null;
}
