import { BrokenExtract, fault } from '../broken-extract.ts';

/** A number as it is written: JavaScript's own would go through binary floating point. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = string | boolean | null | JsonNumber | Json[] | Map<string, Json>;

const SPACE = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/** Deeper nesting than any extract has would only exhaust the stack. */
const DEEPEST = 100;

/** Parses JSON (RFC 8259) with numbers as text. A key twice in one object is refused too. Throws BrokenExtract with the line. */
export function parseJson(text: string): Json {
  let at = 0;
  const broken = (): BrokenExtract => new BrokenExtract(fault('json', text.slice(0, at).split('\n').length));
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return null;
    at += match[0].length;
    return match[0];
  };
  const skip = (): void => void take(SPACE);
  const expect = (sign: string): void => {
    skip();
    if (text[at] !== sign) throw broken();
    at++;
  };
  const next = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const string = (): string => {
    skip();
    const token = take(STRING);
    if (token === null) throw broken();
    return JSON.parse(token) as string;
  };
  const value = (depth: number): Json => {
    if (depth > DEEPEST) throw broken();
    skip();
    if (next('{')) return object(depth);
    if (next('[')) return array(depth);
    if (text[at] === '"') return string();
    const number = take(NUMBER);
    if (number !== null) return new JsonNumber(number);
    const word = take(WORD);
    if (word === null) throw broken();
    return word === 'null' ? null : word === 'true';
  };
  const object = (depth: number): Map<string, Json> => {
    const members = new Map<string, Json>();
    if (next('}')) return members;
    do {
      const key = string();
      if (members.has(key)) throw broken();
      expect(':');
      members.set(key, value(depth + 1));
    } while (next(','));
    expect('}');
    return members;
  };
  const array = (depth: number): Json[] => {
    const items: Json[] = [];
    if (next(']')) return items;
    do items.push(value(depth + 1));
    while (next(','));
    expect(']');
    return items;
  };
  const document = value(0);
  skip();
  if (at !== text.length) throw broken();
  return document;
}
