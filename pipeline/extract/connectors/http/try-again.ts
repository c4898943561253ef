import { FetchError } from '../connector.ts';

/** A fault that may be gone in a while. `after` is how long the server asks to wait, in milliseconds; null where it does not say. */
export class TryAgain extends Error {
  readonly fault: FetchError;
  readonly after: number | null;
  constructor(fault: FetchError, after: number | null = null) {
    super(fault.message, { cause: fault });
    this.fault = fault;
    this.after = after;
  }
}

/** How often a question is asked before its fault stands. */
export const TRIES = 5;
/** The longest wait that a server may ask for. */
const LONGEST_ASKED = 5 * 60_000;
const LONGEST = 60_000;

/**
 * How long to wait after so many tries: what the server asks for and up to a second more, else a random part of 1, 2, 4 …
 * seconds (full jitter, so that clients that failed together do not come back together). Null where it is not worth while.
 */
export function waitAfter(tries: number, { after }: TryAgain, random: () => number): number | null {
  if (tries >= TRIES || (after !== null && after > LONGEST_ASKED)) return null;
  return Math.round(after === null ? random() * Math.min(LONGEST, 1000 * 2 ** (tries - 1)) : after + random() * 1000);
}

/** `Retry-After` (RFC 9110, 10.2.3) in milliseconds from now: seconds or a date. Null where there is none, or it is neither. */
export function retryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|^CRL_|^ERR_TLS|^ERR_SSL|^EPROTO/;

/** ECONNRESET: short of its Content-Length, or in the middle of a chunk. */
const BROKE_OFF = ['Z_BUF_ERROR', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'];

/** What an error of the network or of decompression means; any other as it is. Only its code is told: messages may hold addresses. */
export function networkFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof FetchError || error instanceof TryAgain || code === '') return error;
  if (CERTIFICATE.test(code)) return new FetchError('refused', code, { cause: error });
  if (code === 'Z_DATA_ERROR') return new FetchError('wrong-answer', 'compressed bytes that are broken', { cause: error });
  return new TryAgain(new FetchError('unreachable', BROKE_OFF.includes(code) ? 'the answer broke off' : code, { cause: error }));
}
