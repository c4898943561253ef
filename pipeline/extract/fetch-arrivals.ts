import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import type { ConnectorDeclaration } from '../words/connector.ts';
import type { RefusedFile } from '../words/delivery.ts';
import type { Project } from '../words/project.ts';
import type { FetchWhen } from '../words/run.ts';
import type { SourceDeclaration } from '../words/source.ts';
import { FetchError, type Brought, type FetchContext } from './connectors/connector.ts';
import { connectorOf } from './connectors/connectors.ts';
import { keepSecrets } from './connectors/secrets.ts';
import { keepBytes, type KeptBytes } from './keep-bytes.ts';
import type { FetchedEntry, FetchEntry, LedgerEntry } from './ledger-entry.ts';

/** A source that a connector brings. */
export interface FetchedSource {
  id: string;
  connector: ConnectorDeclaration;
  /** Its folder, absolute. */
  folder: string;
  /** The digest of what is asked for: the declaration, and the query that it names. */
  asked: string;
}

export function fetchedSource({ id, connector, file }: SourceDeclaration, { root, files }: Project): FetchedSource | null {
  if (connector === null) return null;
  const query =
    'query' in connector ? files.find(({ path: other }) => other === path.posix.join(path.posix.dirname(file), connector.query)) : null;
  const asked = createHash('sha256')
    .update(JSON.stringify(connector))
    .update(query?.sha256 ?? '')
    .digest('hex');
  return { id, connector, folder: path.resolve(root, path.dirname(file)), asked };
}

/** True where a source is to be fetched: once a day of the municipality's, and again when it failed or asks for something else. */
export function isDue({ id, asked }: FetchedSource, known: readonly LedgerEntry[], day: Day, when: FetchWhen): boolean {
  if (when !== 'due') return when === 'always';
  const last = lastFetch(id, known);
  return last === undefined || last.failed !== null || last.day !== day || last.asked !== asked;
}

/**
 * Fetches one source and keeps what comes. The entries are what it brought, each a delivery also where its bytes are those
 * of the one before, and last how the fetch ended: a fault ends it, and what was brought before that stands. No secret is in
 * an entry, whatever the other side answered. Throws StateError.
 */
export async function fetchArrivals(
  { id: source, connector, asked, folder }: FetchedSource,
  known: readonly LedgerEntry[],
  extracts: string,
  seen: Pick<FetchEntry, 'seen' | 'day'>,
  effects: Effects,
): Promise<LedgerEntry[]> {
  const secrets = keepSecrets(effects.environment);
  const last = new Map(known.flatMap(entry => (entry.type === 'fetched' && entry.source === source ? [[entry.name, entry] as const] : [])));
  const kept = (name: string): FetchedEntry | undefined => {
    const entry = last.get(name);
    return entry?.asked === asked && existsSync(path.join(extracts, entry.sha256)) ? entry : undefined;
  };
  const context: FetchContext = {
    source,
    folder,
    day: seen.day,
    versionOf: name => kept(name)?.version ?? null,
    secret: secrets.secret,
    effects,
  };
  const entries: LedgerEntry[] = [];
  let failed: string | null = null;
  try {
    for await (const brought of connectorOf(connector)(context)) {
      const { name, version } = brought;
      const { sha256, bytes } = await bytesOf(brought, kept(name), extracts);
      const lacking = brought.lacking?.();
      const open = version === null || secrets.isIn(version) ? null : version;
      const lacked = lacking && Object.keys(lacking).length > 0 ? { lacking } : {};
      entries.push({ type: 'fetched', source, name, sha256, bytes, version: open, asked, ...seen, ...lacked });
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    failed = secrets.hide(error.message);
  }
  return [...entries, { type: 'fetch', source, asked, failed, ...seen }];
}

/** A source's last fetch where it failed: what it met is an input of the edition, which tells it. */
export function failedFetch({ id: source, connector }: FetchedSource, known: readonly LedgerEntry[]): RefusedFile[] {
  const last = lastFetch(source, known);
  if (last === undefined || last.failed === null) return [];
  const sha256 = createHash('sha256').update(last.failed).digest('hex');
  return [{ source, name: connector.type, sha256, code: 'fetch-failed', detail: last.failed, day: last.day }];
}

async function bytesOf({ name, bytes }: Brought, before: FetchedEntry | undefined, extracts: string): Promise<KeptBytes> {
  if (bytes !== null) return keepBytes(bytes, extracts);
  if (before) return { sha256: before.sha256, bytes: before.bytes };
  throw new FetchError('wrong-answer', `${name} is said to be unchanged, but is not known`);
}

const lastFetch = (source: string, known: readonly LedgerEntry[]): FetchEntry | undefined =>
  known.findLast((entry): entry is FetchEntry => entry.type === 'fetch' && entry.source === source);
