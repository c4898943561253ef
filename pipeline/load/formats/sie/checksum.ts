import { crc32 } from 'node:zlib';
import { CODE_PAGES } from '../../text/code-pages.ts';
import type { SieField } from './split-fields.ts';

const BYTES = new Map([...CODE_PAGES.cp437].map((character, i) => [character, i + 0x80]));

/** The characters' bytes in code page 437, whatever the file is written in; a character it lacks is 0, and no sum fits. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, character => {
    const code = character.codePointAt(0)!;
    return code < 0x80 ? code : (BYTES.get(character) ?? 0);
  });

/**
 * The sum that `#KSUMMA` ends a file with: CRC-32 of tags and fields, without what separates and encloses them, of every post
 * between the first `#KSUMMA` and the last. (SIE filformat 4B, 10.7–10.14.)
 */
export class Checksum {
  #sum = 0;
  #begun = false;
  #given: string | null = null;

  add(tag: string, fields: readonly SieField[]): void {
    if (tag === '#KSUMMA') {
      if (this.#begun) this.#given ??= String(fields[1] ?? '');
      this.#begun = true;
    } else if (this.#begun && this.#given === null) this.#sum = crc32(bytesOf(fields.flat().join('')), this.#sum);
  }

  /** `missing`: the file says that a sum ends it, and none does. */
  result(): 'none' | 'right' | 'wrong' | 'missing' {
    if (!this.#begun) return 'none';
    if (this.#given === null) return 'missing';
    return this.#given === String(this.#sum) ? 'right' : 'wrong';
  }
}
