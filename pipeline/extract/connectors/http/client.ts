import { createHash, type Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FetchLimits } from '../../../words/connector.ts';
import { FetchError, type FetchContext } from '../connector.ts';
import { budgetOf } from './budget.ts';
import type { Call } from './call.ts';
import { PATIENCE } from './exchange.ts';
import { follow } from './follow.ts';
import { readBody } from './read-body.ts';
import { retryAfter, TryAgain, waitAfter } from './try-again.ts';

export interface Answer {
  /** Null for HTTP 304: what was asked about is unchanged. */
  bytes: AsyncIterable<Uint8Array> | null;
  headers: IncomingMessage['headers'];
}

/** Asks a server within the limits of one fetch; a fault that may pass (429, 5xx, the network) is tried again. Throws FetchError. */
export interface Client {
  open(call: Call): Promise<Answer>;
  /** A whole answer, in memory. */
  read(call: Call): Promise<Buffer>;
}

/** Milliseconds. */
const TOLD_EVERY = 10_000;

export function createClient(
  limits: FetchLimits,
  { source, effects }: Pick<FetchContext, 'source' | 'effects'>,
  patience = PATIENCE,
): Client {
  const budget = budgetOf(limits, effects.now);
  let came = 0;
  let told = effects.now().getTime();

  /** Counts what came, and tells how much at times: a long fetch shows that it goes on, and a run can be ended there. */
  const count = (bytes: number): void => {
    budget.take(bytes);
    came += bytes;
    const at = effects.now().getTime();
    if (at - told < TOLD_EVERY) return;
    told = at;
    effects.log.step('extract.progress', `${source}: ${(came / 1_000_000).toFixed(0)} MB`);
  };

  /** Waits before the next try; throws the fault where there is to be none. */
  const pause = async (tries: number, error: unknown): Promise<void> => {
    if (!(error instanceof TryAgain)) throw error;
    const wait = waitAfter(tries, error, effects.random);
    if (wait === null) throw error.fault;
    budget.wait(wait);
    effects.log.step('extract.retry', `${source}: ${error.fault.message}; again in ${(wait / 1000).toFixed(1)} s`);
    await effects.sleep(wait);
  };
  const persist = async <T>(act: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      budget.wait(0);
      try {
        return await act();
      } catch (error) {
        await pause(tries, error);
      }
    }
  };
  const ask = async (call: Call): Promise<IncomingMessage> => {
    const response = await follow(call, patience);
    const status = response.statusCode!;
    if (status === 200 || (status === 304 && call.unless.length > 0)) return response;
    response.destroy();
    if (status === 408 || status === 429 || status >= 500) {
      const fault = new FetchError(status >= 500 ? 'unreachable' : 'refused', `HTTP ${status}`);
      throw new TryAgain(fault, retryAfter(response.headers['retry-after'], effects.now()));
    }
    throw new FetchError(status >= 400 ? 'refused' : 'wrong-answer', `HTTP ${status}`);
  };

  /** The bytes, also where an answer breaks off: it is asked for again, and what was given already must be the same. */
  async function* steady(first: IncomingMessage, call: Call): AsyncGenerator<Uint8Array> {
    const given = createHash('sha256');
    let length = 0;
    let response = first;
    for (let tries = 1; ; tries++) {
      try {
        for await (const piece of after(length, given.copy(), readBody(response, budget.pace()))) {
          count(piece.length);
          given.update(piece);
          length += piece.length;
          yield piece;
        }
        return;
      } catch (error) {
        await pause(tries, error);
        response = await persist(() => ask({ ...call, unless: [] }));
      }
    }
  }

  return {
    async open(call) {
      const response = await persist(() => ask(call));
      if (response.statusCode === 304) response.destroy();
      return { headers: response.headers, bytes: response.statusCode === 304 ? null : steady(response, call) };
    },
    read: call =>
      persist(async () => {
        const pieces: Uint8Array[] = [];
        for await (const piece of readBody(await ask(call), budget.pace())) {
          count(piece.length);
          pieces.push(piece);
        }
        return Buffer.concat(pieces);
      }),
  };
}

/** What comes after the first `count` bytes, whose digest must be that of `given`. */
async function* after(count: number, given: Hash, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const again = createHash('sha256');
  let left = count;
  for await (const piece of pieces) {
    const known = piece.subarray(0, left);
    again.update(known);
    left -= known.length;
    if (known.length < piece.length) {
      if (given.digest('hex') !== again.digest('hex')) throw changed();
      yield piece.subarray(known.length);
      yield* pieces;
      return;
    }
  }
  if (left > 0 || given.digest('hex') !== again.digest('hex')) throw changed();
}

const changed = (): FetchError => new FetchError('unreachable', 'the answer broke off, and was another when asked for again');
