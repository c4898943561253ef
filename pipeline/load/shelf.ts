import { createLoadedSchema } from '../warehouse/loaded-tables.ts';
import type { Reject } from '../words/delivery.ts';
import type { ExtractProfile } from '../warehouse/profile.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Fault } from './formats/broken-extract.ts';
import { personalDigest } from './values/digest.ts';

/** What became of one extract, read for one period (where the delivery's name says one). */
export interface LoadedExtract {
  /** Its number in this warehouse, `_extract` in the loaded table. */
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
}

/** What a warehouse has loaded: an extract is decoded, typed and checked once, whatever dates are asked about. */
export interface Shelf {
  /** By source, sha256 and period. */
  extracts: Map<string, LoadedExtract>;
  digest: (text: string) => string;
}

/** A warehouse in memory ends with its run, and its shelf with it. */
const shelves = new WeakMap<Warehouse, Shelf>();

export async function shelfOf(warehouse: Warehouse): Promise<Shelf> {
  const before = shelves.get(warehouse);
  if (before) return before;
  await createLoadedSchema(warehouse);
  const shelf: Shelf = { extracts: new Map(), digest: personalDigest() };
  shelves.set(warehouse, shelf);
  return shelf;
}
