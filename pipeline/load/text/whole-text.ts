import type { Encoding } from '../../words/format.ts';
import { decodeText } from './decode-text.ts';

/** All of a file's text, for what cannot be read in pieces. Throws as decodeText does. */
export async function wholeText(file: string, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const piece of decodeText(file, encoding)) text += piece;
  return text;
}
