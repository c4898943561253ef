import http from 'node:http';
import https from 'node:https';
import { FetchError } from '../connector.ts';
import type { Call } from './call.ts';
import { networkFault, TryAgain } from './try-again.ts';

/** Milliseconds. */
export interface Patience {
  /** From the question to the answer's headers, the connection included. */
  answer: number;
  /** Without a byte. */
  silence: number;
}

export const PATIENCE: Patience = { answer: 120_000, silence: 60_000 };

/**
 * Asks once, and gives the answer when its headers have come. TLS is always verified, whatever the environment says. Node's
 * `fetch` is not used: it takes a gzip stream that breaks off for a whole one, and follows no declared limits. Throws
 * FetchError, or TryAgain. The body's faults come as the response is read.
 */
export function exchange({ url, body, headers, unless }: Call, patience: Patience): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    let response: http.IncomingMessage | null = null;
    const end = (milliseconds: number) => {
      const silent = new TryAgain(new FetchError('too-slow', `nothing in ${milliseconds / 1000} s`));
      (response ?? request).destroy(silent);
    };
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: body === null ? 'GET' : 'POST',
      agent: false,
      rejectUnauthorized: true,
      timeout: patience.silence,
      headers: {
        'user-agent': 'malbild',
        'accept-encoding': 'gzip',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...Object.fromEntries([...headers, ...unless].map(({ name, value }) => [name, value])),
      },
    });
    const late = setTimeout(() => end(patience.answer), patience.answer);
    request.on('timeout', () => end(patience.silence));
    request.on('close', () => clearTimeout(late));
    request.on('error', error => {
      // More bytes than Content-Length says: the answer that seemed whole is not what was sent.
      response?.destroy(error);
      reject(networkFault(error) as Error);
    });
    request.on('response', given => {
      clearTimeout(late);
      response = given;
      // Met where the body is read.
      given.on('error', () => undefined);
      resolve(given);
    });
    request.end(body ?? undefined);
  });
}
