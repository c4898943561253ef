import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../pipeline/effects/log.ts';
import { silentLog } from '../../../pipeline/effects/log.ts';
import { deliveriesOf } from '../../../pipeline/extract/deliveries-of.ts';
import type { LedgerEntry } from '../../../pipeline/extract/ledger-entry.ts';
import { load } from '../../../pipeline/load/load.ts';
import { shelfOf } from '../../../pipeline/load/shelf.ts';
import { personalDigest } from '../../../pipeline/load/values/digest.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import { rows } from '../../../pipeline/warehouse/query.ts';
import type { Delivery } from '../../../pipeline/words/delivery.ts';
import type { Project } from '../../../pipeline/words/project.ts';
import type { SourceDeclaration } from '../../../pipeline/words/source.ts';
import type { Loaded, Warehouse } from '../../../pipeline/words/stages.ts';
import { effectsAt } from '../../effects-at.ts';
import { extractOf } from './kinds-of-source.ts';
import type { Said } from './kinds-of-source.ts';

/** A file that is dropped for every source: its name without ending, and its records. */
export interface Dropped {
  name: string;
  records: readonly Said[];
}

/** Everything a load says: counts, rejects and findings, and each source's content. */
export interface Answer {
  loaded: Loaded;
  tables: string[][][];
}

/** Keeps each file for each source in the folder, in the order given, and gives the deliveries that they are. */
export async function deliver(folder: string, sources: readonly SourceDeclaration[], files: readonly Dropped[]): Promise<Delivery[]> {
  const arrivals: LedgerEntry[] = [];
  for (const source of sources)
    for (const { name, records } of files) {
      const bytes = await extractOf(source, records);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      writeFileSync(join(folder, sha256), bytes);
      const mark = { seen: '', day: '', size: '', mtime: '', inode: '' };
      arrivals.push({ ...mark, type: 'arrival', source: source.id, name: `${name}.dat`, sha256, bytes: bytes.length });
    }
  return sources.flatMap(source => deliveriesOf(source, arrivals, folder).deliveries);
}

/** A warehouse in a folder, with its cache in a file there or in memory; `bulk` has DuckDB read what CSV it can. */
export async function openIn(folder: string, cache: 'file' | 'memory', bulk: boolean): Promise<Warehouse> {
  const file = cache === 'file' ? { path: join(folder, 'warehouse.duckdb'), engine: 'prov' } : null;
  const warehouse = await openWarehouse(join(folder, 'spill'), file);
  const context = { key: new Uint8Array(), digest: personalDigest(new Uint8Array()), timeZone: 'Europe/Stockholm' };
  (await shelfOf(warehouse, () => Promise.resolve(context))).bulkFrom = bulk ? 0 : Infinity;
  return warehouse;
}

/** Loads deliveries, and gives all that came of it. */
export async function loadIn(
  folder: string,
  warehouse: Warehouse,
  sources: readonly SourceDeclaration[],
  deliveries: readonly Delivery[],
  log: Log = silentLog,
): Promise<Answer> {
  const project = { sources, plans: [], problems: [], municipality: { time_zone: 'Europe/Stockholm' } } as unknown as Project;
  const effects = { ...effectsAt(new Date(0)), log };
  const loaded = await load(project, { deliveries, refused: [] }, '2026-12-31', warehouse, folder, effects);
  const tables: string[][][] = [];
  for (const { id } of sources) tables.push((await rows(warehouse, `from raw."${id}" order by _row`)).map(row => row.map(String)));
  // Where extracts are kept differs between folders, and nothing else may.
  const told = loaded.sources.map(source => ({ ...source, deliveries: source.deliveries.map(each => ({ ...each, path: '' })) }));
  return { loaded: { ...loaded, sources: told }, tables };
}

/** Opens, loads and closes. */
export async function loadOnce(
  folder: string,
  cache: 'file' | 'memory',
  bulk: boolean,
  sources: readonly SourceDeclaration[],
  deliveries: readonly Delivery[],
): Promise<Answer> {
  const warehouse = await openIn(folder, cache, bulk);
  try {
    return await loadIn(folder, warehouse, sources, deliveries);
  } finally {
    warehouse.closeSync();
  }
}
