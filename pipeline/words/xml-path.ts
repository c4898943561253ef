/** An element's or attribute's name, without its namespace's prefix. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;
const areNames = (texts: readonly string[]): boolean => texts.every(text => NAME.test(text));

/** What is allowed as `records` and as a column, for messages. */
export const RECORD_PATH = 'element names from the root, as Envelope/Body/case';
export const COLUMN_PATH = 'a path from the record, as name, list/name, @attribute, ../../@attribute or `.`';

/** Where a column's value stands, seen from the record's element. */
export interface XmlPath {
  /** How many elements up: the number of `..`. */
  up: number;
  /** Element names down from there. */
  steps: readonly string[];
  /** The attribute of the last element; null for its text. */
  attribute: string | null;
}

/** The element names of `Envelope/Body/case`, from the root; null for what is no such path. */
export function parseRecordPath(text: string): string[] | null {
  const names = text.normalize('NFC').split('/');
  return areNames(names) ? names : null;
}

/**
 * A small part of XPath 1.0's abbreviated syntax: `..` first, then element names, and last perhaps an attribute; or `.`, the
 * record's own text. Names have no prefix: namespaces are not looked at. Null for what is no such path.
 */
export function parseColumnPath(text: string): XmlPath | null {
  if (text === '.') return { up: 0, steps: [], attribute: null };
  const parts = text.normalize('NFC').split('/');
  const up = parts.findIndex(part => part !== '..');
  const last = parts.at(-1)!;
  const attribute = last.startsWith('@') ? last.slice(1) : null;
  const steps = parts.slice(up, attribute === null ? undefined : -1);
  if (up === -1 || !areNames(steps) || (attribute !== null && !NAME.test(attribute))) return null;
  return { up, steps, attribute };
}
