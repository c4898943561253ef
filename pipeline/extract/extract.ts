import fs from 'node:fs/promises';
import path from 'node:path';
import type { Effects } from '../effects/effects.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import type { Deliveries, Delivery, RefusedFile } from '../words/delivery.ts';
import { localDay } from '../words/local-day.ts';
import type { Project } from '../words/project.ts';
import type { FetchWhen } from '../words/run.ts';
import { deliveriesOf } from './deliveries-of.ts';
import { failedFetch, fetchArrivals, fetchedSource, isDue } from './fetch-arrivals.ts';
import { findArrivals } from './find-arrivals.ts';
import { syncFolder } from './keep-bytes.ts';
import { appendEntries, readLedger } from './ledger.ts';
import { sweepRemoved } from './remove-expired.ts';
import { StateError } from './state-error.ts';

/**
 * Finds what has arrived in every source's drop folder, fetches the sources that a connector brings, keeps the bytes under
 * their sha256 in `<state>/extracts`, and gives every delivery known, by (source, received, sequence, name, sha256). A file
 * that vanished stays delivered. A file that does not fit its pattern or cannot be read is refused, and so is a fetch that
 * failed; neither stops anything. The drop folder is left as it is.
 *
 * `rehash` reads every file again instead of trusting size, mtime and inode. Throws StateError when the state cannot be
 * read or written: an arrival is in the ledger only when its bytes are safely kept.
 */
export async function extract(
  project: Project,
  state: string,
  effects: Effects,
  options: { rehash: boolean; fetch?: FetchWhen | undefined },
): Promise<Deliveries> {
  const extracts = path.join(state, 'extracts');
  await openExtracts(extracts);
  const instant = effects.now();
  const seen = { seen: instant.toISOString(), day: localDay(instant, project.municipality.time_zone) };
  let ledger = await readLedger(state);
  const deliveries: Delivery[] = [];
  const refused: RefusedFile[] = [];
  for (const source of [...project.sources].sort((a, b) => compareBytes(a.id, b.id))) {
    const { location } = source;
    const fetched = fetchedSource(source, project);
    effects.log.step(`extract.${source.id}`);
    const here: RefusedFile[] = [];
    const entries = [];
    if (location !== null) {
      const arrivals = await findArrivals(project.root, source, location, ledger, extracts, seen, options.rehash);
      entries.push(...arrivals.entries);
      here.push(...arrivals.refused);
    }
    if (fetched !== null && isDue(fetched, ledger.entries, seen.day, options.fetch ?? 'due'))
      entries.push(...(await fetchArrivals(fetched, ledger.entries, extracts, seen, effects)));
    if (entries.length > 0) {
      await syncFolder(extracts);
      ledger = await appendEntries(ledger, entries);
      await syncFolder(state);
    }
    if (fetched !== null) here.push(...failedFetch(fetched, ledger.entries));
    const known = deliveriesOf(source, ledger.entries, extracts, ledger.removals);
    deliveries.push(...known.deliveries);
    const names = new Set(here.map(file => file.name));
    refused.push(...[...here, ...known.refused.filter(file => !names.has(file.name))].sort((a, b) => compareBytes(a.name, b.name)));
  }
  await sweepRemoved(ledger, extracts);
  return { deliveries, refused };
}

/** Makes the folder, and sweeps out what a killed run left half-written. */
async function openExtracts(extracts: string): Promise<void> {
  try {
    await fs.mkdir(extracts, { recursive: true });
    for (const name of await fs.readdir(extracts)) if (name.endsWith('.part')) await fs.rm(path.join(extracts, name), { force: true });
  } catch (error) {
    throw new StateError(extracts, 'cannot be written', error);
  }
}
