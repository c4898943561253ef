import type { Day } from '../../contract/period.ts';
import type { Effects } from '../../effects/effects.ts';
import type { Lacking } from '../../words/delivery.ts';
import { ExpectedError } from '../../words/expected-error.ts';

/** One file that a connector brings: a delivery like one that was dropped in a folder. */
export interface Brought {
  /** As the delivery is called; each once in a fetch. */
  name: string;
  /** What the other side calls this version of it (an ETag, size and time); null where it says nothing. Never a secret. */
  version: string | null;
  /** Its bytes, to be read once; null where the other side says that they are those of the version asked about. */
  bytes: AsyncIterable<Uint8Array> | null;
  /** What was asked for and is not in it; asked once the bytes are read. Left out where a connector cannot know. */
  lacking?: () => Lacking;
}

export interface FetchContext {
  /** The source's id. */
  source: string;
  /** The source's folder, absolute: where the files are that a declaration names (a query, a certificate). */
  folder: string;
  /** The municipality's day, when what is fetched is received. */
  day: Day;
  /** The version that the latest delivery of a name had; null where there is none, or it said none. */
  versionOf(name: string): string | null;
  /** A secret by the name of its environment variable. Throws FetchError where there is none. */
  secret(name: string): string;
  effects: Effects;
}

/** Brings what there is to fetch, one file at a time. Throws FetchError; what was brought before that stands. */
export type Connector<C> = (declaration: C, context: FetchContext) => AsyncIterable<Brought>;

/** Why nothing came. `detail` says what the other side did (`HTTP 503`, `ECONNREFUSED`), and never holds a secret, a query or a record. */
export class FetchError extends ExpectedError {
  override readonly name = 'FetchError';
  readonly code: FetchFault;
  readonly detail: string;
  constructor(code: FetchFault, detail: string, options?: { cause?: unknown }) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    if (options) this.cause = options.cause;
  }
}

/**
 * no-secret: a variable is not set, or its file can be read by others. unreachable: no answer, or one that broke off, after
 * all tries. refused: an answer that says no (HTTP 4xx, wrong password, unknown certificate). too-large, too-slow,
 * too-many-redirects: past a declared limit. wrong-answer: an answer that is not what was asked for. no-file: a file that the
 * declaration names is not there, or cannot be used.
 */
export type FetchFault =
  'no-secret' | 'no-file' | 'unreachable' | 'refused' | 'too-large' | 'too-slow' | 'too-many-redirects' | 'wrong-answer';
