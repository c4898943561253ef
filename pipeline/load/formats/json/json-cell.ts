import { plainNumber } from '../plain-number.ts';
import { NESTED, Typed } from '../record-sink.ts';
import type { Cell } from '../record-sink.ts';
import { JsonNumber } from './parse-json.ts';
import type { Json } from './parse-json.ts';

/** What a JSON value is as a cell. An empty text is empty; an object or array is no value. */
export function cellOf(value: Json): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return new Typed(String(value));
  return value instanceof JsonNumber ? new Typed(plainNumber(value.text)) : NESTED;
}
