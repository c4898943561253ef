import { validateHeaderValue } from 'node:http';
import type { HeaderValue } from '../../../words/connector.ts';
import { FetchError, type FetchContext } from '../connector.ts';

export interface SentHeader {
  name: string;
  value: string;
  /** Not sent to another origin. */
  secret: boolean;
}

/** One question to a server. */
export interface Call {
  url: URL;
  /** What is posted, as JSON; null for a GET. */
  body: string | null;
  headers: readonly SentHeader[];
  /** Headers that ask for an answer only if it is another than last time (If-None-Match). */
  unless: readonly SentHeader[];
}

/** A GET with a declaration's headers, with the secrets that they name. Throws FetchError. */
export const callOf = (url: string, headers: Readonly<Record<string, HeaderValue>>, secret: FetchContext['secret']): Call => ({
  url: new URL(url),
  body: null,
  headers: Object.entries(headers).map(([name, value]) =>
    typeof value === 'string' ? { name, value, secret: false } : { name, value: secretHeader(name, value, secret), secret: true },
  ),
  unless: [],
});

function secretHeader(header: string, { secret: name, prefix }: Exclude<HeaderValue, string>, secret: FetchContext['secret']): string {
  const value = prefix + secret(name);
  try {
    validateHeaderValue(header, value);
  } catch {
    throw new FetchError('no-secret', `${name} has characters that no header takes`);
  }
  return value;
}
