import { markedAs, byteOrder } from '../../load/text/looks-like.ts';
import type { FormatType } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import { fileHead } from './file-head.ts';

/** Bytes: more than any prolog, and the first line of most files of lines. */
const HEAD = 1 << 16;
/** What only a PX file begins its lines with. */
const PX = /^(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|SUBJECT-(AREA|CODE)|STUB|HEADING)(\[\w+\])?\s*=/m;
const SIE = /^\s*#(FLAGGA|SIETYP|PROGRAM|FORMAT)\b/m;
/** How files begin that hold no records, in latin-1. */
const OTHERS: readonly [begins: string, what: string][] = [
  ['%PDF', 'a PDF; ask for the table itself, as CSV or XLSX'],
  ['\x1f\x8b', 'packed with gzip, and its name does not end in .gz'],
  ['\xd0\xcf\x11\xe0', 'a workbook of Excel 2003 or earlier, or one with a password; save it as XLSX without'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
];

/** A file's format by its bytes, whatever its name. JSON of every kind is `json` here. Throws NotDraftable. */
export async function recogniseFormat(path: string): Promise<FormatType> {
  const bytes = await fileHead(path, HEAD);
  const latin = bytes.toString('latin1');
  if (latin.startsWith('PAR1')) return 'parquet';
  if (latin.startsWith('PK')) return 'xlsx';
  const other = OTHERS.find(([begins]) => latin.startsWith(begins));
  if (other) throw new NotDraftable(`it is ${other[1]}`);
  const text = textOf(bytes, latin);
  if (text.trim() === '') throw new NotDraftable('it is empty');
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new NotDraftable('it is not text, and of no format that is read');
  const begin = text.trimStart();
  if (/^<(!doctype html|html)\b/i.test(begin)) throw new NotDraftable('it is a web page');
  if (begin.startsWith('<')) return 'xml';
  if (begin.startsWith('#') && SIE.test(begin)) return 'sie';
  if (PX.test(begin)) return 'px';
  return /^(\{\s*["}]|\[\s*[[{\]])/.test(begin) ? 'json' : 'csv';
}

function textOf(bytes: Buffer, latin: string): string {
  const order = markedAs(bytes) ?? (bytes.includes(0) ? byteOrder(bytes) : null);
  if (order === null) return latin;
  return new TextDecoder(order).decode(bytes, { stream: true });
}
