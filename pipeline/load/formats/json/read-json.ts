import { statSync } from 'node:fs';
import type { JsonFormat, KoladaFormat } from '../../../words/format.ts';
import { decodeText } from '../../text/decode-text.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { FormatReader } from '../format-reader.ts';
import { jsonRecords, koladaRecords } from './json-records.ts';
import { ObjectColumns } from './object-columns.ts';
import { parseJson } from './parse-json.ts';

/** Bytes. A document is held whole in memory, many times its size; what is larger can come as NDJSON. */
const LARGEST = 64_000_000;

/**
 * Reads a JSON file (UTF-8) into the sink: an array of objects under the declared key path, or a Kolada v3 body. A record's
 * line is its number, from 1. Columns are as `ObjectColumns` says; one that every record lacks is a missing column. Throws
 * BrokenExtract.
 */
export const readJson: FormatReader<JsonFormat | KoladaFormat> = async ({ path: file }, format, columns, sink) => {
  if (statSync(file).size > LARGEST) throw new BrokenExtract(fault('too-large', null, { what: 'file', limit: LARGEST }));
  let text = '';
  for await (const piece of decodeText(file, 'utf-8')) text += piece;
  if (text.trim() === '') throw new BrokenExtract(fault('no-header', null));
  const document = parseJson(text);
  const records = format.type === 'kolada-v3' ? koladaRecords(document, sink.notice) : jsonRecords(document, format.records);
  const objects = new ObjectColumns(columns);
  for (const [i, { members, deleted }] of records.entries()) {
    const cells = members === null ? null : objects.cellsOf(members);
    if (deleted) sink.ignored(1);
    else if (cells === null) sink.misfit(i + 1, '');
    else sink.record(i + 1, cells);
  }
  if (records.some(({ members }) => members !== null)) objects.check(format.type === 'kolada-v3' ? () => undefined : sink.notice);
};
