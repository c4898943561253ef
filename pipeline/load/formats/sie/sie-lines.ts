import type { Encoding } from '../../../words/format.ts';
import { decodeText } from '../../text/decode-text.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';

/** A longer line is no post of any ledger. */
const LONGEST_LINE = 1 << 20;

/** A line that is not empty. */
export type SieLine =
  /** `group` is the tag of the post whose subposts the line stands among; empty where it stands among none. */
  | { line: number; kind: 'post'; tag: string; text: string; group: string }
  | { line: number; kind: 'open' | 'close' }
  /** Neither a post nor a brace that has a place there. */
  | { line: number; kind: 'stray' };

/**
 * The lines of a SIE file, decoded. Subposts stand between `{` and `}`, alone on their lines, after their post. Throws
 * BrokenExtract where the file does not begin with a tag, and where a voucher is never closed: what is left is cut off.
 */
export async function* sieLines(file: string, encoding: Encoding): AsyncGenerator<SieLine> {
  let begun = false;
  let group: { tag: string; line: number } | null = null;
  let latest: { tag: string; line: number } | null = null;
  const cutOff = (line: number): BrokenExtract => new BrokenExtract(fault('sie-unclosed', line));
  for await (const [line, text] of lines(file, encoding)) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const tag = /^#[^ \t]+/.exec(trimmed)?.[0].toUpperCase() ?? '';
    if (!begun && tag === '') throw new BrokenExtract(fault('sie', line));
    begun = true;
    if (tag !== '') {
      if (tag === '#VER' && group !== null) throw cutOff(group.line);
      if (group === null) latest = { tag, line };
      yield { line, kind: 'post', tag, text: trimmed, group: group?.tag ?? '' };
    } else if (trimmed === '{' && group === null && latest !== null) {
      group = latest;
      latest = null;
      yield { line, kind: 'open' };
    } else if (trimmed === '}' && group !== null) {
      group = null;
      yield { line, kind: 'close' };
    } else yield { line, kind: 'stray' };
  }
  if (!begun) throw new BrokenExtract(fault('sie', null));
  if (group !== null) throw cutOff(group.line);
  if (latest?.tag === '#VER') throw cutOff(latest.line);
}

async function* lines(file: string, encoding: Encoding): AsyncGenerator<[line: number, text: string]> {
  let line = 0;
  let rest = '';
  for await (const piece of decodeText(file, encoding)) {
    const ends = (rest + piece).split('\n');
    rest = ends.pop()!;
    for (const text of ends) yield [++line, text];
    if (rest.length > LONGEST_LINE) throw new BrokenExtract(fault('sie', line + 1));
  }
  if (rest !== '') yield [line + 1, rest];
}
