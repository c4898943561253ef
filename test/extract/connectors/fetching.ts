import type { Effects } from '../../../pipeline/effects/effects.ts';
import { FetchError, type Brought, type FetchContext } from '../../../pipeline/extract/connectors/connector.ts';
import { keepSecrets } from '../../../pipeline/extract/connectors/secrets.ts';
import type { HttpConnector } from '../../../pipeline/words/connector.ts';
import { effectsAt } from '../../effects-at.ts';

/** A world whose clock moves only by the waits, which are told. */
export interface World {
  effects: Effects;
  /** Milliseconds. */
  waits: number[];
  log: string[];
}

export function aWorld(environment: Effects['environment'] = {}, start = '2026-10-15T08:00:00Z'): World {
  let at = Date.parse(start);
  const world: World = {
    waits: [],
    log: [],
    effects: {
      ...effectsAt(new Date(at)),
      now: () => new Date(at),
      sleep: async milliseconds => {
        world.waits.push(milliseconds);
        at += milliseconds;
      },
      log: { step: (name, detail) => void world.log.push(`${name}: ${detail}`) },
      environment,
    },
  };
  return world;
}

export const aContext = (world: World, versions: Readonly<Record<string, string>> = {}): FetchContext => ({
  source: 'invoices',
  folder: '/sources/invoices',
  day: '2026-10-15',
  versionOf: name => versions[name] ?? null,
  secret: keepSecrets(world.effects.environment).secret,
  effects: world.effects,
});

export interface Fetched {
  name: string;
  version: string | null;
  /** Null where it is unchanged. */
  text: string | null;
  lacking: Brought['lacking'] extends undefined | (() => infer L) ? L : never;
}

/** All that a connector brings, read. */
export async function fetchAll(brought: AsyncIterable<Brought>): Promise<Fetched[]> {
  const all: Fetched[] = [];
  for await (const { name, version, bytes, lacking } of brought) {
    const pieces: Uint8Array[] = [];
    if (bytes !== null) for await (const piece of bytes) pieces.push(piece.slice());
    all.push({ name, version, text: bytes === null ? null : Buffer.concat(pieces).toString(), lacking: lacking?.() ?? {} });
  }
  return all;
}

/** What a fetch throws, as `fault: detail`. */
export async function faultOf(brought: AsyncIterable<Brought>): Promise<string> {
  try {
    await fetchAll(brought);
  } catch (error) {
    if (error instanceof FetchError) return error.message;
    throw error;
  }
  return 'no fault';
}

export const LIMITS = { bytes: 50_000_000, milliseconds: 30 * 60_000 };

export const httpFile = (url: string, said: Partial<HttpConnector> = {}): HttpConnector => ({
  type: 'http',
  url,
  name: 'invoices.csv',
  headers: {},
  pages: null,
  limits: LIMITS,
  ...said,
});
