import { createLoadedSchema } from '../warehouse/loaded-tables.ts';
import { dropUnkeptBulks, readKeptExtracts } from '../warehouse/kept-extracts.ts';
import type { Reject } from '../words/delivery.ts';
import type { ExtractProfile } from '../warehouse/profile.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Fault } from './formats/broken-extract.ts';
import type { ReadingContext } from './values/check-row.ts';

/** What became of one extract, read for one period (where the delivery's name says one). */
export interface LoadedExtract {
  /** Its number in this cache. */
  extract: number;
  records: number;
  loaded: number;
  ignored: number;
  /** In line order. */
  rejects: readonly Reject[];
  /** The names in the file's header, for what the next delivery's is compared with; null where it has none in an order. */
  header: readonly string[] | null;
  /** What its rows held, for what later deliveries are compared with. Null where it cannot be read. */
  profile: ExtractProfile | null;
  notices: readonly Fault[];
  /** Why it cannot be read; empty when it can. Nothing of a broken extract is loaded, and its records are not known. */
  faults: readonly Fault[];
  /** The line of row 0 of the table that DuckDB read it into; null where its rows went one by one. */
  bulkFrom: number | null;
}

/** What a cache holds: an extract is decoded, typed and checked once, whatever dates are asked about. */
export interface Shelf {
  /** By source, then by sha256, period and packing. */
  sources: Map<string, ShelvedSource>;
  /** The highest number that an extract has. */
  last: number;
  context: KeyedContext;
  /** CSV files of so many bytes or more are read by DuckDB itself, as far as they are sure. */
  bulkFrom: number;
}

/** What values are read with, and the key of personal digests. */
export interface KeyedContext extends ReadingContext {
  key: Uint8Array;
}

export interface ShelvedSource {
  /** The digest of the declaration that its extracts were read by: another one reads them anew. */
  declaration: string;
  extracts: Map<string, LoadedExtract>;
}

/** In bytes: below it a scan gains nothing. */
const BULK_FROM = 1 << 20;

/** The shelves of open warehouses: what the cache said when it was opened, and what was loaded since. */
const shelves = new WeakMap<Warehouse, Shelf>();

/** The warehouse's shelf; `context` is what its values are read with, asked for once. */
export async function shelfOf(warehouse: Warehouse, context: () => Promise<KeyedContext>): Promise<Shelf> {
  const before = shelves.get(warehouse);
  if (before) return before;
  await createLoadedSchema(warehouse);
  await dropUnkeptBulks(warehouse);
  const shelf: Shelf = { sources: new Map(), last: 0, context: await context(), bulkFrom: BULK_FROM };
  for (const { source, declaration, key, extract, told, rejects } of await readKeptExtracts(warehouse)) {
    const shelved = shelf.sources.get(source) ?? { declaration, extracts: new Map<string, LoadedExtract>() };
    shelf.sources.set(source, shelved);
    shelved.extracts.set(key, { ...(JSON.parse(told) as Omit<LoadedExtract, 'extract' | 'rejects'>), extract, rejects });
    shelf.last = Math.max(shelf.last, extract);
  }
  shelves.set(warehouse, shelf);
  return shelf;
}
