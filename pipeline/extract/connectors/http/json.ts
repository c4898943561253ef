import { LosslessNumber, parse, stringify } from 'lossless-json';
import { FetchError } from '../connector.ts';

/** Parsed JSON in which numbers are as they were written: what is fetched is passed on digit by digit. */
export type Value = string | boolean | null | LosslessNumber | Value[] | { [key: string]: Value };

/** Throws FetchError for bytes that are no JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): Value {
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Value;
  } catch (error) {
    // A RangeError is nesting that is too deep.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      throw new FetchError('wrong-answer', 'an answer that is not JSON', { cause: error });
    throw error;
  }
}

export const writeJson = (value: Value): string => stringify(value)!;

export const isObject = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

/** What stands at a key path (`a.b`; empty: the value itself). Undefined where there is no such key. */
export function at(value: Value, path: string): Value | undefined {
  let here: Value | undefined = value;
  for (const key of path === '' ? [] : path.split('.')) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here;
}

/** A text, or a number as it is written; undefined for all else. */
export const textOf = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? value : value instanceof LosslessNumber ? value.toString() : undefined;

/** Records as one document, with the array under a key path (empty: the document is the array), in pieces. */
export async function* writeRecords(records: AsyncIterable<Value>, path: string): AsyncGenerator<Uint8Array> {
  const keys = path === '' ? [] : path.split('.');
  yield Buffer.from(`${keys.map(key => `{${JSON.stringify(key)}:`).join('')}[`);
  let first = true;
  for await (const record of records) {
    yield Buffer.from(`${first ? '' : ','}\n${writeJson(record)}`);
    first = false;
  }
  yield Buffer.from(`\n]${'}'.repeat(keys.length)}\n`);
}
