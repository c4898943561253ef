import type { Encoding } from '../../words/format.ts';
import { CODE_PAGES } from './code-pages.ts';

/** What bytes 0x80 to 0x9f are in windows-1252; the five it leaves undefined stay control characters, which are refused. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Text of the bytes that come next; `last` with the last of them, which may be none. Throws TypeError for bytes the encoding does not have. */
export type Decode = (bytes: Uint8Array, last: boolean) => string;
/** `utf-16` is told apart by its byte order mark before it is decoded. */
export type DecodedEncoding = Exclude<Encoding, 'utf-16'>;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/**
 * A decoder that refuses what the encoding does not have, and leaves out a byte order mark. Single bytes are our own:
 * TextDecoder has no code pages, takes ISO 8859-1 for windows-1252, and gives U+0080 for its euro sign in Node 20 and the
 * euro in others; no edition may depend on that.
 */
export function decoderOf(encoding: DecodedEncoding): Decode {
  switch (encoding) {
    case 'windows-1252':
      return bytes => latin1(bytes).replace(/[\x80-\x9f]/g, byte => WINDOWS_1252[byte.charCodeAt(0) - 0x80]!);
    case 'iso-8859-1':
      return latin1;
    case 'cp437':
    case 'cp850':
    case 'cp865': {
      const page = CODE_PAGES[encoding];
      return bytes => latin1(bytes).replace(/[\x80-\xff]/g, byte => page[byte.charCodeAt(0) - 0x80]!);
    }
    default: {
      const decoder = new TextDecoder(encoding, { fatal: true });
      return (bytes, last) => decoder.decode(bytes, { stream: !last });
    }
  }
}
