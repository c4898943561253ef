import { xmlParser } from '../../load/formats/xml/parse-xml.ts';
import { decodeText } from '../../load/text/decode-text.ts';
import { PLAIN } from '../../words/format.ts';
import type { Encoding } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import type { DraftFormat } from '../draft.ts';
import { fileHead } from '../recognise/file-head.ts';
import { guessEncoding } from '../recognise/guess-encoding.ts';
import { xmlShape } from './xml-shape.ts';
import type { PathShape } from './xml-shape.ts';

/** Encodings that a prolog names, and what each is declared as. */
const PROLOGS: Readonly<Record<string, Encoding>> = {
  'UTF-8': 'utf-8',
  'ISO-8859-1': 'windows-1252',
  'WINDOWS-1252': 'windows-1252',
  'ISO-8859-15': 'iso-8859-15',
};

/** What an XML document shows: the outermost element that stands several times beside itself is its record. Throws BrokenExtract and NotDraftable. */
export async function draftXml(path: string): Promise<DraftFormat> {
  const prolog = /^[^>]*encoding=["']([^"']+)["']/.exec((await fileHead(path, 200)).toString('latin1'))?.[1]?.toUpperCase() ?? '';
  const encoding = PROLOGS[prolog] ?? (await guessEncoding(path)).encoding;
  const shape = xmlShape();
  const parser = xmlParser(encoding, shape.handler);
  for await (const text of decodeText(path, encoding)) parser.write(text);
  parser.end();
  const lists = [...shape.paths.values()].filter(({ several, leaf, attributes }) => several && !(leaf && attributes.size === 0));
  const [records, ...others] = lists.sort((a, b) => a.names.length - b.names.length || b.count - a.count);
  if (records === undefined)
    throw new NotDraftable('it is XML in which no element with parts of its own stands twice beside itself: an empty batch?');
  const path_ = records.names.join('/');
  const { headers, left } = columnsOf(records, shape.paths);
  const more = others
    .slice(0, 5)
    .map(({ names, count }) => `${names.join('/')} (${count})`)
    .join(', ');
  return {
    format: { type: 'xml', encoding, records: path_, notation: PLAIN },
    written: { type: 'xml', records: path_, ...(encoding === 'utf-8' ? {} : { encoding }) },
    notes: [
      `${records.count} such elements${more === '' ? '' : `; lists that could be sources of their own: ${more}`}`,
      ...(left.length === 0 ? [] : [`left out, being several or mixed: ${left.slice(0, 10).join(', ')}`]),
    ],
    headers,
    key: null,
  };
}

/** Paths from the record to every attribute and text that it has at most once. */
function columnsOf(records: PathShape, paths: ReadonlyMap<string, PathShape>): { headers: string[]; left: string[] } {
  const headers = [...records.attributes].map(name => `@${name}`);
  const left: string[] = [];
  const depth = records.names.length;
  const prefix = `${records.names.join('/')}/`;
  const blocked: string[] = [];
  for (const [key, { names, several, leaf, attributes, text }] of paths) {
    if (!key.startsWith(prefix) || blocked.some(above => key.startsWith(above))) continue;
    const relative = names.slice(depth).join('/');
    if (several) {
      left.push(relative);
      blocked.push(`${key}/`);
      continue;
    }
    headers.push(...[...attributes].map(name => `${relative}/@${name}`));
    if (leaf && (text || attributes.size === 0)) headers.push(relative);
  }
  if (records.leaf && records.text) headers.push('.');
  return { headers, left };
}
