import { createReadStream } from 'node:fs';
import type { Encoding } from '../../words/format.ts';
import { BrokenExtract, fault } from '../formats/broken-extract.ts';
import { decoderOf } from './decoder-of.ts';
import type { DecodedEncoding } from './decoder-of.ts';
import { findMisreading } from './find-misreading.ts';
import { looksLike, markedAs } from './looks-like.ts';

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/**
 * A file's text in pieces, in its declared encoding, without byte order mark. Throws BrokenExtract, with the line and what
 * the bytes look like, where they are not in that encoding: invalid bytes, control characters, another byte order mark, or
 * letters that the declared encoding would read as others.
 */
export async function* decodeText(file: string, encoding: Encoding): AsyncGenerator<string> {
  const misread = await findMisreading(file, encoding);
  if (misread !== null) throw new BrokenExtract(fault('encoding', misread.line, { encoding, looks: misread.looks }));
  let decoding: DecodedEncoding | null = encoding === 'utf-16' ? null : encoding;
  let decode = decoding && decoderOf(decoding);
  let line = 1;
  const check = (bytes: Uint8Array, last: boolean): string => {
    // The mark is there: findMisreading has refused a file without one.
    decoding ??= markedAs(bytes) ?? 'utf-16be';
    decode ??= decoderOf(decoding);
    try {
      const text = decode(bytes, last);
      const control = CONTROL.exec(text);
      if (control) throw wrongEncoding(line + breaks(text.slice(0, control.index)), encoding, bytes);
      line += breaks(text);
      return text;
    } catch (error) {
      if (error instanceof BrokenExtract) throw error;
      throw wrongEncoding(line + breaksBeforeInvalid(bytes, decoding), encoding, bytes);
    }
  };
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    const text = check(bytes, false);
    if (text !== '') yield text;
  }
  check(new Uint8Array(), true);
}

const wrongEncoding = (line: number, encoding: Encoding, bytes: Uint8Array) =>
  new BrokenExtract(fault('encoding', line, { encoding, looks: looksLike(bytes, encoding) ?? '' }));

const breaks = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

const breaksBeforeInvalid = (bytes: Uint8Array, encoding: DecodedEncoding): number => {
  const text = new TextDecoder(encoding).decode(bytes);
  return breaks(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
};
