import type { JsonStatFormat } from '../../../words/format.ts';
import { wholeText } from '../../text/whole-text.ts';
import { cubeTeller } from '../cube/cube-teller.ts';
import type { FormatReader } from '../format-reader.ts';
import { JsonNumber, parseJson } from '../json/parse-json.ts';
import type { Json } from '../json/parse-json.ts';
import { plainNumber } from '../plain-number.ts';
import { NESTED, Typed } from '../record-sink.ts';
import type { Cell } from '../record-sink.ts';
import { jsonStatCube } from './json-stat-cube.ts';

/** What a status says when there is no value, whatever number a file writes beside it: SCB's signs for missing. */
const MISSING = /^\.{1,6}$/;

/**
 * Reads a json-stat 2.0 dataset (UTF-8, with or without byte order mark; https://json-stat.org/format/) into the sink, one
 * record a cell. Numbers are as the file writes them; `decimals` and `unit` are not applied. A null, and a cell whose status is
 * one to six dots, is an empty value. Throws BrokenExtract.
 */
export const readJsonStat: FormatReader<JsonStatFormat> = async ({ path }, _format, columns, sink) => {
  const cube = jsonStatCube(parseJson(await wholeText(path, 'utf-8')));
  const tell = cubeTeller(cube.dimensions, cube.statusLabels, columns, sink);
  for (let place = 0; place < cube.cells; place++) {
    const status = cellOf(cube.status(place));
    const missing = typeof status === 'string' && MISSING.test(status);
    tell(place, missing ? null : cellOf(cube.value(place)), status);
  }
};

function cellOf(value: Json): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return new Typed(String(value));
  return value instanceof JsonNumber ? new Typed(plainNumber(value.text)) : NESTED;
}
