import { SaxesParser } from 'saxes';
import type { Encoding } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';

/** What a prolog may say of a file in a declared encoding, in capitals. Windows-1252 has all of ISO 8859-1's letters, at the same places. */
const PROLOGS: Partial<Record<Encoding, readonly string[]>> = {
  'utf-8': ['UTF-8', 'UTF8', 'US-ASCII'],
  'utf-16le': ['UTF-16', 'UTF-16LE'],
  'utf-16be': ['UTF-16', 'UTF-16BE'],
  'windows-1252': ['WINDOWS-1252', 'CP1252', 'ISO-8859-1', 'US-ASCII'],
};
/** Deeper than any extract is nested. */
const DEEPEST = 100;
/** Characters. A text, or what one record needs, that is longer takes more memory than a run should. */
export const LONGEST = 16_000_000;

/** An element as its tag says it; names are without prefix. */
export interface XmlElement {
  name: string;
  attributes: readonly (readonly [name: string, value: string])[];
  /** True where it says `xsi:nil="true"`: it has no value. */
  nil: boolean;
  /** Where it begins. */
  line: number;
}

/** What is found in a document, in its order; `position` is how many characters have been read. */
export interface XmlHandler {
  open(element: XmlElement, position: number): void;
  text(text: string): void;
  close(position: number): void;
}

export interface XmlParser {
  write(text: string): void;
  /** Throws where the document is not at its end. */
  end(): void;
}

/**
 * A parser of XML 1.0 in pieces. Throws BrokenExtract where the document is not well-formed, is not in `encoding` by its own
 * prolog, has a DTD (so that there are no entities but XML's own five), or is deeper or has a longer text than the limits.
 * Declarations of namespaces are not looked at: `a:name` is `name`, whatever `a` is.
 */
export function xmlParser(encoding: Encoding, handler: XmlHandler): XmlParser {
  const parser = new SaxesParser();
  let line = 1;
  let depth = 0;
  let told = 0;
  const tellText = (text: string): void => {
    told = parser.position;
    handler.text(text);
  };
  parser.on('error', () => {
    throw new BrokenExtract(fault('xml', parser.line));
  });
  parser.on('xmldecl', ({ encoding: said }) => {
    const allowed = PROLOGS[encoding] ?? [encoding.toUpperCase(), 'US-ASCII'];
    if (said !== undefined && !allowed.includes(said.toUpperCase()))
      throw new BrokenExtract(fault('xml-encoding', parser.line, { found: said, encoding }));
  });
  parser.on('doctype', () => {
    throw new BrokenExtract(fault('xml-doctype', parser.line));
  });
  parser.on('opentagstart', () => {
    // The name has been read with the character after it, which may be a line end.
    line = parser.column === 0 ? parser.line - 1 : parser.line;
    if (++depth > DEEPEST) throw new BrokenExtract(fault('too-deep', line, { limit: DEEPEST }));
  });
  parser.on('opentag', ({ name, attributes }) => {
    told = parser.position;
    const all = Object.entries(attributes);
    const own = all.filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:') && !key.endsWith(':nil'));
    const nil = all.some(([key, value]) => key.endsWith(':nil') && (value === 'true' || value === '1'));
    handler.open({ name: localName(name), attributes: own.map(([key, value]) => [localName(key), value] as const), nil, line }, told);
  });
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.on('closetag', () => {
    depth--;
    told = parser.position;
    handler.close(told);
  });
  return {
    write(text) {
      parser.write(text);
      if (parser.position - told > LONGEST) throw tooLarge(parser.line);
    },
    end: () => void parser.close(),
  };
}

export const tooLarge = (line: number): BrokenExtract => new BrokenExtract(fault('too-large', line, { what: 'record', limit: LONGEST }));

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).normalize('NFC');
