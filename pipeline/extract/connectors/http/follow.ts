import type { IncomingMessage } from 'node:http';
import { FetchError } from '../connector.ts';
import type { Call } from './call.ts';
import { exchange, type Patience } from './exchange.ts';

const MOST_REDIRECTS = 5;

/** Asks, and follows redirects: never from https to http, and without secrets to another origin. Throws FetchError, or TryAgain. */
export async function follow(call: Call, patience: Patience): Promise<IncomingMessage> {
  let at = call;
  for (let redirects = 0; ; redirects++) {
    const response = await exchange(at, patience);
    const { location } = response.headers;
    if (![301, 302, 303, 307, 308].includes(response.statusCode!) || location === undefined) return response;
    response.destroy();
    if (redirects === MOST_REDIRECTS) throw new FetchError('too-many-redirects', `more than ${MOST_REDIRECTS} redirects`);
    if (at.body !== null && response.statusCode! < 307) throw new FetchError('wrong-answer', `HTTP ${response.statusCode} to a POST`);
    at = redirected(at, location);
  }
}

function redirected(from: Call, location: string): Call {
  const url = URL.canParse(location, from.url.href) ? new URL(location, from.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new FetchError('wrong-answer', 'a redirect to what is no plain web address');
  if (from.url.protocol === 'https:' && url.protocol === 'http:') throw new FetchError('refused', 'a redirect from https to http');
  const same = url.origin === from.url.origin;
  return { ...from, url, headers: same ? from.headers : from.headers.filter(({ secret }) => !secret) };
}
