import fs from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import type { Deliveries } from '../words/delivery.ts';
import { hasCode } from '../words/expected-error.ts';
import { keptThrough } from '../words/retention.ts';
import type { Loaded, LoadedSource } from '../words/stages.ts';
import { appendEntries, readLedger, removalKey } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { Removal } from './ledger-entry.ts';
import { syncFolder } from './keep-bytes.ts';
import { StateError } from './state-error.ts';

/**
 * Removes the extracts whose source's `retention:` has passed at `asOf`, counted from their last delivery: only those of
 * which nothing counts any more. `loaded` is what was published of all that is known; `deliveries` are all that are known,
 * whatever their date. What is left is a line in the ledger with sha256 and counts: written before the bytes go, so that a
 * run that dies between them leaves bytes that the next one sweeps out. Gives what was removed. Throws StateError.
 */
export async function removeExpired(
  loaded: Loaded,
  deliveries: Deliveries,
  state: string,
  asOf: Day,
  effects: Effects,
): Promise<readonly Removal[]> {
  const seen = effects.now().toISOString();
  const removals = loaded.sources.flatMap(source => expiredOf(source, deliveries, asOf).map((removal): Removal => ({ ...removal, seen })));
  if (removals.length === 0) return [];
  effects.log.step('extract.remove', `${removals.length}`);
  const ledger = await appendEntries(await readLedger(state), removals);
  await syncFolder(state);
  await sweepRemoved(ledger, path.join(state, 'extracts'));
  return removals;
}

function expiredOf({ declaration, deliveries }: LoadedSource, known: Deliveries, asOf: Day): Omit<Removal, 'seen'>[] {
  const { id, retention_months: months } = declaration;
  if (months === null) return [];
  const last = new Map<string, Day>();
  for (const { source, sha256, received } of known.deliveries)
    if (source === id && received > (last.get(sha256) ?? '')) last.set(sha256, received);
  // The same bytes may be an extract for each of several periods: all of them must have been replaced.
  const standing = new Set(deliveries.filter(({ replaced }) => !replaced).map(({ sha256 }) => sha256));
  const expired = deliveries.filter(
    ({ sha256, removed }) => !removed && !standing.has(sha256) && keptThrough(last.get(sha256)!, months) < asOf,
  );
  return [...new Map(expired.map(delivery => [delivery.sha256, delivery])).values()].map(
    ({ sha256, records, loaded, rejected, ignored }) => ({
      type: 'removed',
      source: id,
      sha256,
      day: asOf,
      records,
      loaded,
      rejected,
      ignored,
    }),
  );
}

/**
 * Takes away the bytes of removed extracts, where they are still there, or there again: the file may lie in its drop folder
 * and be read once more. Bytes that another source has, or that arrived again, stay.
 */
export async function sweepRemoved({ entries, removals }: Ledger, extracts: string): Promise<void> {
  if (removals.size === 0) return;
  const needed = new Set(entries.flatMap(entry => (entry.type === 'fetch' || removals.has(removalKey(entry)) ? [] : [entry.sha256])));
  try {
    for (const { sha256 } of removals.values()) if (!needed.has(sha256)) await fs.rm(path.join(extracts, sha256)).catch(ignoreMissing);
  } catch (error) {
    throw new StateError(extracts, 'cannot be written', error);
  }
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}
