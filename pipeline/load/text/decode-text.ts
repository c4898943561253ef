import { createReadStream } from 'node:fs';
import { BrokenExtract, fault } from '../formats/broken-extract.ts';
import { CODE_PAGES } from './code-pages.ts';
import { latin1Line } from './latin1-line.ts';
import { looksLike } from './looks-like.ts';

/** What bytes 0x80 to 0x9f are in windows-1252; the five it leaves undefined stay control characters, which are refused. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

type Decode = (bytes: Uint8Array, last: boolean) => string;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/**
 * A decoder that refuses what the encoding does not have. Windows-1252 is our own: TextDecoder gives U+0080 for its euro
 * sign in Node 20 and the euro in others, and no edition may depend on that. It also takes ISO 8859-1 for windows-1252.
 */
function decoderOf(encoding: string): Decode {
  if (encoding === 'windows-1252') return bytes => latin1(bytes).replace(/[\x80-\x9f]/g, byte => WINDOWS_1252[byte.charCodeAt(0) - 0x80]!);
  if (encoding === 'cp437') return bytes => latin1(bytes).replace(/[\x80-\xff]/g, byte => CODE_PAGES.cp437[byte.charCodeAt(0) - 0x80]!);
  if (encoding === 'iso-8859-1') return latin1;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/**
 * A file's text in pieces, in its declared encoding, without byte order mark. Throws BrokenExtract, with the line and what
 * the bytes look like, where they are not in that encoding: invalid bytes, control characters, UTF-8 that a
 * single-byte encoding would read as other letters, or windows-1252 that a code page of DOS would.
 */
export async function* decodeText(file: string, encoding: string): AsyncGenerator<string> {
  const misread = await utf8Line(file, encoding);
  if (misread !== null) throw new BrokenExtract(fault('encoding', misread, { encoding, looks: 'utf-8' }));
  const latin = await latin1Line(file, encoding);
  if (latin !== null) throw new BrokenExtract(fault('encoding', latin, { encoding, looks: 'windows-1252' }));
  const decode = decoderOf(encoding);
  let line = 1;
  const check = (bytes: Uint8Array, last: boolean): string => {
    try {
      const text = decode(bytes, last);
      const control = CONTROL.exec(text);
      if (control) throw wrongEncoding(line + breaks(text.slice(0, control.index)), encoding, bytes);
      line += breaks(text);
      return text;
    } catch (error) {
      if (error instanceof BrokenExtract) throw error;
      throw wrongEncoding(line + breaksBeforeInvalid(bytes, encoding), encoding, bytes);
    }
  };
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    const text = check(bytes, false);
    if (text !== '') yield text;
  }
  check(new Uint8Array(), true);
}

const wrongEncoding = (line: number, encoding: string, bytes: Uint8Array) =>
  new BrokenExtract(fault('encoding', line, { encoding, looks: looksLike(bytes, encoding) ?? '' }));

const breaks = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

const breaksBeforeInvalid = (bytes: Uint8Array, encoding: string): number => {
  const text = new TextDecoder(encoding).decode(bytes);
  return breaks(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
};

/** For a single-byte encoding: the first line that is not ASCII, when the whole file is valid UTF-8. Null otherwise. */
async function utf8Line(file: string, encoding: string): Promise<number | null> {
  if (encoding.startsWith('utf-')) return null;
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let first: number | null = null;
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
      const text = utf8.decode(bytes, { stream: true });
      const letter = text.search(/[^\0-\x7f]/);
      if (first === null && letter !== -1) first = line + breaks(text.slice(0, letter));
      line += breaks(text);
    }
    utf8.decode();
    return first;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
