import { SaxesParser } from 'saxes';
import { BrokenExtract, fault } from '../broken-extract.ts';

/** What takes a part's elements, by name without prefix. */
export interface PartHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text, in as many pieces as it comes. */
  text(text: string): void;
  close(name: string): void;
}

/** A text, tag or comment longer than this is no cell's: a cell holds 32 767 characters. */
const LONGEST = 1 << 22;
/** Deeper nesting than any workbook has. */
const DEEPEST = 64;

/** Parses one XML part (UTF-8) of a workbook as it streams. Document types, and so entities, are refused. Throws BrokenExtract. */
export async function parsePart(part: string, bytes: AsyncIterable<Buffer>, handler: PartHandler): Promise<void> {
  const broken = (): BrokenExtract => new BrokenExtract(fault('xlsx', null, { part }));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let sinceEvent = 0;
  const text = (piece: string): void => {
    sinceEvent = 0;
    handler.text(piece);
  };
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    if (++depth > DEEPEST) throw broken();
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    depth--;
    handler.close(localName(name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  const decode = (piece?: Buffer): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw broken();
    }
  };
  for await (const piece of bytes) {
    parser.write(decode(piece));
    if ((sinceEvent += piece.length) > LONGEST) throw broken();
  }
  parser.write(decode()).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** What an XML attribute says that is true or false. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
