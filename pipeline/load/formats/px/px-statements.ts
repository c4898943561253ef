import { BrokenExtract, fault } from '../broken-extract.ts';

/** Values by keyword, with its variable where it has one: `CODES("region")`. */
export type PxStatements = ReadonlyMap<string, readonly string[]>;

export interface PxHead {
  statements: PxStatements;
  /** Where the cells begin in the text. */
  data: number;
}

/** Those that say what the cells are, and how they are encoded. All others (titles, notes, units) are passed over, whatever they hold. */
const READ = /^(CHARSET|CODEPAGE|STUB|HEADING|VALUES|CODES|KEYS|DATASYMBOL([1-6]|NIL))$/;

const SPACE = /\s*/y;
const KEYWORD = /[A-Z][A-Z0-9-]*/y;
const LANGUAGE = /\[[^\]"]*\]/y;
const BARE = /[^\s",;]+/y;

/** The line in the text, from 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/**
 * What stands before the cells of a PX file, `KEYWORD[language]("variable")="value","value";` (PX file format 2013, SCB), in the
 * file's own language: statements of other languages are passed over. A text in quotes goes on in the next quotes when no
 * comma stands between. Throws BrokenExtract with the line where the text is not of that form or has no DATA.
 */
export function pxStatements(text: string): PxHead {
  const statements = new Map<string, readonly string[]>();
  let at = 0;
  const broken = (from = at): BrokenExtract => new BrokenExtract(fault('px', lineAt(text, from)));
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at += match?.[0].length ?? 0;
    return match?.[0] ?? null;
  };
  const next = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  /** What stands between two quotes; the first has been taken. */
  const quoted = (): string => {
    const end = text.indexOf('"', at);
    if (end === -1) throw broken();
    const inside = text.slice(at, end);
    at = end + 1;
    return inside;
  };
  const value = (): string => {
    if (!next('"')) return take(BARE) ?? '';
    const from = at - 1;
    let joined = '';
    do joined += quoted();
    while (next('"'));
    if (/[\r\n]/.test(joined)) throw broken(from);
    return joined;
  };
  const list = (): string[] => {
    const values: string[] = [];
    do values.push(value());
    while (next(','));
    return values;
  };
  /** Passes over a statement to the semicolon that ends it; one in quotes does not. */
  const skip = (from: number): void => {
    for (let end = -1; ;) {
      if (end < at) end = text.indexOf(';', at);
      const quote = text.indexOf('"', at);
      if (end === -1) throw broken(from);
      if (quote === -1 || end < quote) {
        at = end + 1;
        return;
      }
      at = quote + 1;
      quoted();
    }
  };

  for (;;) {
    take(SPACE);
    const from = at;
    const keyword = take(KEYWORD);
    if (keyword === null) {
      if (at < text.length) throw broken();
      throw new BrokenExtract(fault('cube-part', null, { part: 'DATA' }));
    }
    const foreign = take(LANGUAGE) !== null;
    if (foreign || !(READ.test(keyword) || keyword === 'DATA')) {
      skip(from);
      continue;
    }
    const variable = next('(') ? list() : [];
    if (variable.length > 0 && !next(')')) throw broken();
    if (variable.length > 1 || !next('=')) throw broken();
    if (keyword === 'DATA') return { statements, data: at };
    const values = list();
    if (!next(';')) throw broken();
    const name = keyword + variable.map(each => `("${each}")`).join('');
    if (statements.has(name)) throw broken(from);
    statements.set(name, values);
  }
}
