import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { forgetSource } from '../warehouse/kept-extracts.ts';
import { appendLeftOut, createRowsTable, openRowsTable } from '../warehouse/loaded-tables.ts';
import { inTransaction } from '../warehouse/query.ts';
import type { Delivery } from '../words/delivery.ts';
import { hasCode } from '../words/expected-error.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { BrokenExtract } from './formats/broken-extract.ts';
import { prepareBulk } from './formats/csv/bulk/prepare-bulk.ts';
import type { PreparedBulk } from './formats/csv/bulk/prepare-bulk.ts';
import { linesLeftOut } from './formats/csv/bulk/tell-bulk.ts';
import { packingOf, withUnpacked } from './packed/with-unpacked.ts';
import { readExtract } from './read-extract.ts';
import { settleExtracts } from './settle-extracts.ts';
import type { SettledReading } from './settle-extracts.ts';
import type { LoadedExtract, Shelf, ShelvedSource } from './shelf.ts';

/**
 * Puts the extracts of a source's deliveries on the shelf, each once, and gives each delivery's. Rows go to the source's
 * tables; a record that breaks a rule is a reject, and after that every row whose key stands twice in its extract. Of an
 * extract that is unreadable, or breaks its source's contract, nothing is kept. All of it is one transaction of the cache: a run that is killed leaves nothing half
 * counted. Throws where records are not the sum of loaded, rejected and ignored: a bug.
 */
export async function loadExtracts(
  source: SourceDeclaration,
  deliveries: readonly Delivery[],
  shelf: Shelf,
  warehouse: Warehouse,
): Promise<LoadedExtract[]> {
  // The same bytes delivered for another period are other rows: the period in the name is one of their rules.
  const periodOf = (delivery: Delivery) => (source.covers?.by === 'name' ? delivery.period : null);
  // So are they under a name that says that they are packed; and of what has been removed there is none.
  const keyOf = (delivery: Delivery) =>
    [delivery.sha256, periodOf(delivery) ?? '', packingOf(delivery.name) ?? '', delivery.removed ? 'removed' : ''].join(' ').trimEnd();
  const shelved = await shelfOfSource(source, shelf, warehouse);
  const missing = [
    ...new Map(deliveries.filter(delivery => !shelved.extracts.has(keyOf(delivery))).map(delivery => [keyOf(delivery), delivery])),
  ].map(([key, delivery], i) => ({ key, delivery, period: periodOf(delivery), number: shelf.last + i + 1 }));
  if (missing.length === 0) return deliveries.map(delivery => shelved.extracts.get(keyOf(delivery))!);
  const bulks = new Map<number, PreparedBulk>();
  try {
    for (const extract of missing) {
      const bulk = await bulkOf(source, extract, shelf, warehouse);
      if (bulk !== null) bulks.set(extract.number, bulk);
    }
    await inTransaction(warehouse, async () => {
      const readings: SettledReading[] = [];
      const writer = await openRowsTable(warehouse, source.id, source.columns);
      for (const extract of missing) {
        const bulk = bulks.get(extract.number) ?? null;
        const reading = await readExtract(source, { ...extract, bulk, context: shelf.context, writer, warehouse });
        if (reading.bulkFrom !== null) await appendLeftOut(warehouse, extract.number, linesLeftOut(bulk!));
        readings.push({ ...reading, extract: extract.number, key: extract.key, delivery: extract.delivery });
      }
      writer.close();
      await settleExtracts(source, readings, shelved, warehouse);
    });
  } finally {
    for (const bulk of bulks.values()) await bulk.close();
  }
  shelf.last += missing.length;
  return deliveries.map(delivery => shelved.extracts.get(keyOf(delivery))!);
}

/** DuckDB reads large CSV itself, before the transaction: a table that no transaction came to name is dropped when the cache is opened. */
async function bulkOf(
  { format, ...source }: SourceDeclaration,
  { delivery, period, number }: { delivery: Delivery; period: string | null; number: number },
  { context, bulkFrom }: Shelf,
  warehouse: Warehouse,
): Promise<PreparedBulk | null> {
  if (format.type !== 'csv' || source.kind === 'reports' || delivery.removed) return null;
  const prepare = (path: string, temporary: boolean): Promise<PreparedBulk | null> =>
    prepareBulk({ ...source, format }, { path, number, period, temporary }, context.key, warehouse);
  if (packingOf(delivery.name) === null) return delivery.bytes < bulkFrom ? null : prepare(delivery.path, false);
  try {
    return await withUnpacked(delivery, source.entry, warehouse, async path =>
      (await stat(path)).size < bulkFrom ? null : prepare(path, true),
    );
  } catch (error) {
    // Reading it says what is wrong with the archive.
    if (error instanceof BrokenExtract || hasCode(error, 'ENOENT', 'EACCES', 'EIO', 'EISDIR')) return null;
    throw error;
  }
}

/** A source's shelf, emptied where its declaration, or what else its values are read with, has changed since. */
async function shelfOfSource(source: SourceDeclaration, shelf: Shelf, warehouse: Warehouse): Promise<ShelvedSource> {
  const { timeZone, key } = shelf.context;
  const hashed = source.columns.some(({ personal }) => personal === 'hash');
  const keyed = createHash('sha256')
    .update(JSON.stringify({ source, timeZone }))
    .update(hashed ? key : '');
  const declaration = keyed.digest('hex');
  const before = shelf.sources.get(source.id);
  if (before?.declaration === declaration) return before;
  const shelved: ShelvedSource = { declaration, extracts: new Map() };
  await inTransaction(warehouse, async () => {
    await forgetSource(warehouse, source.id);
    await createRowsTable(warehouse, source.id, source.columns);
  });
  shelf.sources.set(source.id, shelved);
  return shelved;
}
