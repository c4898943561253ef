import type { XmlFormat } from '../../../words/format.ts';
import { decodeText } from '../../text/decode-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { collectRecords } from './collect-records.ts';
import { xmlParser } from './parse-xml.ts';

/**
 * Reads an XML file into the sink, piece by piece: each element on the declared record path is a record, whose line is where
 * the element begins. Throws BrokenExtract.
 */
export const readXml: FormatReader<XmlFormat> = async ({ path: file }, format, columns, sink) => {
  const collector = collectRecords(format.records, columns, sink);
  const parser = xmlParser(format.encoding, collector);
  for await (const text of decodeText(file, format.encoding)) parser.write(text);
  parser.end();
  collector.end();
};
