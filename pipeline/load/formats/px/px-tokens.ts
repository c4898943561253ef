import { BrokenExtract, fault } from '../broken-extract.ts';
import { lineAt } from './px-statements.ts';

/** A cell, or the key of a row, as it stands. */
export interface PxToken {
  text: string;
  quoted: boolean;
  /** Where it ends. */
  at: number;
}

/** Comma, space, semicolon and tab are synonyms between cells; with keys, the semicolon is the end and nothing else. */
const PLAIN = { token: /[ \t\r\n,;]*(?:"([^"]*)"|([^ \t\r\n,;"]+))/y, end: /[ \t\r\n,;]+$/y };
const KEYED = { token: /[ \t\r\n,]*(?:"([^"]*)"|([^ \t\r\n,;"]+))/y, end: /\s*;\s*$/y };

/**
 * What stands after DATA, one by one. The end must be seen, or the last cell may be cut off, and in the form with keys any
 * number of rows: there it is a semicolon; else space after the last cell will do, which is how SCB writes many of its files.
 * Throws BrokenExtract.
 */
export function* pxTokens(text: string, from: number, form: 'plain' | 'keyed'): Generator<PxToken> {
  const { token, end } = form === 'plain' ? PLAIN : KEYED;
  let at = from;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) break;
    at += match[0].length;
    yield { text: match[1] ?? match[2]!, quoted: match[1] !== undefined, at };
  }
  end.lastIndex = at;
  if (end.test(text)) return;
  const rest = text.slice(at);
  throw new BrokenExtract(rest.trim() === '' ? fault('px-unfinished', lineAt(text, text.length)) : fault('px', lineAt(text, at)));
}
