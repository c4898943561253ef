import type { NdjsonFormat } from '../../../words/format.ts';
import { decodeText } from '../../text/decode-text.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { FormatReader } from '../format-reader.ts';
import { ObjectColumns } from './object-columns.ts';
import { parseJson } from './parse-json.ts';
import type { Json } from './parse-json.ts';

/** Characters: more than any record takes, where line ends have been lost. */
const LONGEST_LINE = 16_000_000;

/**
 * Reads a file of one JSON object a line (UTF-8) into the sink, line by line. A record's line is the file's; one that is no
 * object, or empty with others after it, is a misfit. Columns are as in JSON. Throws BrokenExtract, also where no line is an object.
 */
export const readNdjson: FormatReader<NdjsonFormat> = async ({ path: file }, _, columns, sink) => {
  const objects = new ObjectColumns(columns);
  let line = 0;
  let found = false;
  let empty: number[] = [];
  for await (const text of linesOf(decodeText(file, 'utf-8'))) {
    line++;
    if (text.trim() === '') {
      empty.push(line);
      continue;
    }
    for (const earlier of empty) sink.misfit(earlier, '');
    empty = [];
    const value = parsed(text);
    if (value instanceof Map) {
      found = true;
      sink.record(line, objects.cellsOf(value));
    } else sink.misfit(line, text);
  }
  if (!found) throw new BrokenExtract(fault('ndjson', null));
  objects.check(sink.notice);
};

/** Undefined for what is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof BrokenExtract) return undefined;
    throw error;
  }
}

/** A text's lines, without their ends; a line end may be CRLF, whose CR is white space to JSON. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let line = 1;
  for await (const piece of pieces) {
    const [first, ...others] = piece.split('\n') as [string, ...string[]];
    rest += first;
    for (const next of others) {
      yield rest;
      line++;
      rest = next;
    }
    if (rest.length > LONGEST_LINE) throw new BrokenExtract(fault('too-large', line, { what: 'line', limit: LONGEST_LINE }));
  }
  if (rest !== '') yield rest;
}
