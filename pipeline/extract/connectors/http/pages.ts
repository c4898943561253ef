import type { HttpPages } from '../../../words/connector.ts';
import { FetchError } from '../connector.ts';
import type { Call } from './call.ts';
import type { Client } from './client.ts';
import { at, isObject, parseJson, writeJson, type Value } from './json.ts';

/**
 * The records of paged JSON, page by page, in the pages' order. A next address is followed only within the origin; page
 * numbers and offsets go on until a page without records. A page seen before, or more pages than declared, is a fault.
 * Throws FetchError.
 */
export async function* recordsOf(client: Client, first: Call, { paging, records, most }: HttpPages): AsyncGenerator<Value> {
  const seen = new Set<string>();
  let call: Call | null = paging.by === 'next' ? first : withParameter(first, paging.parameter, paging.by === 'page' ? paging.first : 0);
  let before = '';
  let count = 0;
  for (let page = 1; call !== null; page++) {
    if (page > most) throw new FetchError('too-large', `more than ${most} pages`);
    if (seen.has(call.url.href)) throw new FetchError('wrong-answer', `page ${page} is one that has been`);
    seen.add(call.url.href);
    const document = parseJson(await client.read(call));
    const values = at(document, records);
    if (!Array.isArray(values) || !values.every(isObject)) throw new FetchError('wrong-answer', `page ${page} has no list of records`);
    yield* values;
    count += values.length;
    if (paging.by === 'next') call = nextCall(call, at(document, paging.path), page);
    else {
      const written = writeJson(values);
      if (values.length > 0 && written === before) throw new FetchError('wrong-answer', `page ${page} is the same as the one before`);
      before = written;
      call = values.length === 0 ? null : withParameter(first, paging.parameter, paging.by === 'page' ? paging.first + page : count);
    }
  }
}

/**
 * The next page's question; null where the answer names none. An address that a server behind a proxy says with http is asked
 * over https as the one before. Throws FetchError for an address elsewhere.
 */
export function nextCall(call: Call, next: Value | undefined, page: number): Call | null {
  if (next === undefined || next === null || next === '') return null;
  const url = typeof next === 'string' && URL.canParse(next, call.url.href) ? new URL(next, call.url) : null;
  if (url?.host === call.url.host && call.url.protocol === 'https:') url.protocol = 'https:';
  if (url === null || url.origin !== call.url.origin) throw new FetchError('wrong-answer', `page ${page} names a next page elsewhere`);
  return { ...call, url };
}

function withParameter(call: Call, name: string, value: number): Call {
  const url = new URL(call.url);
  url.searchParams.set(name, String(value));
  return { ...call, url };
}
