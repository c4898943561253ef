import type { JsonFormat, KoladaFormat } from '../../../words/format.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { decodeText } from '../../text/decode-text.ts';
import { jsonRecords, koladaRecords } from './json-records.ts';
import type { JsonRecord } from './json-records.ts';
import { matchHeader } from '../match-header.ts';
import { JsonNumber, parseJson } from './parse-json.ts';
import type { Json } from './parse-json.ts';
import type { FormatReader } from '../format-reader.ts';
import { NESTED, Typed } from '../record-sink.ts';
import type { Cell, RecordSink } from '../record-sink.ts';

/**
 * Reads a JSON file (UTF-8) into the sink: an array of objects under the declared key path, or a Kolada v3 body. A record's
 * line is its number, from 1. Columns name keys; a key that a record lacks is an empty cell, one that every record lacks is
 * a missing column. Throws BrokenExtract.
 */
export const readJson: FormatReader<JsonFormat | KoladaFormat> = async ({ path: file }, format, columns, sink) => {
  let text = '';
  for await (const piece of decodeText(file, 'utf-8')) text += piece;
  if (text.trim() === '') throw new BrokenExtract(fault('no-header', null));
  const document = parseJson(text);
  const records = format.type === 'kolada-v3' ? koladaRecords(document, sink.notice) : jsonRecords(document, format.records);
  const keys = new Set(records.flatMap(({ members }) => (members === null ? [] : [...members.keys()])));
  const names = [...keys];
  const indexes = records.some(({ members }) => members !== null)
    ? matchHeader(names, columns, 1, format.type === 'kolada-v3' ? () => undefined : sink.notice)
    : [];
  const read = indexes.map(index => names[index]!);
  for (const [i, record] of records.entries()) tell(record, i + 1, read, sink);
};

/** `keys` are those of the declared columns, as the file calls them. */
function tell({ members, deleted }: JsonRecord, number: number, keys: readonly string[], sink: RecordSink): void {
  if (deleted) sink.ignored(1);
  else if (members === null) sink.misfit(number, '');
  else
    sink.record(
      number,
      keys.map(key => cellOf(members.get(key) ?? null)),
    );
}

function cellOf(value: Json): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return new Typed(String(value));
  return value instanceof JsonNumber ? new Typed(plainNumber(value.text)) : NESTED;
}

/** `1.5e-7` as `0.00000015`, exactly. An exponent beyond what any column holds is left, and is refused as a value. */
export function plainNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/.exec(text);
  if (!match) return text;
  const [, sign, whole = '', decimals = '', exponent] = match;
  const digits = whole + decimals;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
