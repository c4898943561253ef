import { appendRejects, countLoaded, deleteExtracts, openLoadedTable, takeRepeatedKeys } from '../warehouse/loaded-tables.ts';
import type { Delivery } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import type { Survey } from './contract/extract-check.ts';
import { inspectExtract } from './contract/inspect-extract.ts';
import { surveyExtracts } from './contract/survey-extracts.ts';
import { readExtract } from './read-extract.ts';
import type { ExtractReading } from './read-extract.ts';
import type { LoadedExtract, Shelf } from './shelf.ts';

/**
 * Puts the extracts of a source's deliveries on the shelf, each once, and gives each delivery's. Rows go to the source's
 * loaded table; a record that breaks a rule is a reject, and after that every row whose key stands twice in its extract. Of
 * an unreadable extract nothing is kept. Throws where records are not the sum of loaded, rejected and ignored: a bug.
 */
export async function loadExtracts(
  source: SourceDeclaration,
  deliveries: readonly Delivery[],
  shelf: Shelf,
  warehouse: Warehouse,
): Promise<LoadedExtract[]> {
  // The same bytes delivered for another period are other rows: the period in the name is one of their rules.
  const periodOf = (delivery: Delivery) => (source.covers?.by === 'name' ? delivery.period : null);
  const keyOf = (delivery: Delivery) => `${source.id} ${delivery.sha256} ${periodOf(delivery) ?? ''}`;
  const missing = new Map(deliveries.filter(delivery => !shelf.extracts.has(keyOf(delivery))).map(delivery => [keyOf(delivery), delivery]));
  if (missing.size > 0) {
    const writer = await openLoadedTable(warehouse, source.id, source.columns);
    const readings = new Map<number, ExtractReading & { key: string; delivery: Delivery }>();
    for (const [key, delivery] of missing) {
      const extract = shelf.extracts.size + readings.size + 1;
      readings.set(extract, {
        ...(await readExtract(source, delivery, periodOf(delivery), extract, shelf.digest, writer, warehouse)),
        key,
        delivery,
      });
    }
    writer.close();
    const surveys = await settle(source, readings, warehouse);
    const counts = await countLoaded(warehouse, source.id);
    for (const [extract, { key, delivery, records, rejects, ignored, header, notices, faults }] of readings) {
      const loaded = counts.get(extract) ?? 0;
      if (records !== loaded + rejects.length + ignored)
        throw new Error(`${delivery.name}: ${records} records, but ${loaded} loaded, ${rejects.length} rejected and ${ignored} ignored`);
      const profile = faults.length > 0 ? null : surveys.get(extract)!.profile;
      shelf.extracts.set(key, { extract, records, loaded, ignored, rejects, header, profile, notices, faults });
    }
  }
  return deliveries.map(delivery => shelf.extracts.get(keyOf(delivery))!);
}

/**
 * Takes out unreadable extracts, repeated keys and extracts that break the contract, and keeps the rejects. Gives the
 * surveys of those that could be read.
 */
async function settle(
  source: SourceDeclaration,
  readings: Map<number, ExtractReading & { key: string; delivery: Delivery }>,
  warehouse: Warehouse,
): Promise<ReadonlyMap<number, Survey>> {
  const unused = () => [...readings].filter(([, { faults }]) => faults.length > 0).map(([extract]) => extract);
  await deleteExtracts(warehouse, source.id, unused());
  const readable = [...readings].filter(([, { faults }]) => faults.length === 0).map(([extract]) => extract);
  const surveys = await surveyExtracts(source, readable, warehouse);
  const keys = source.columns.filter(column => column.key);
  const column = keys.map(key => key.header).join(', ');
  for (const { extract, line, key } of await takeRepeatedKeys(warehouse, source.id, [...readings.keys()], keys)) {
    const { rejects, delivery } = readings.get(extract)!;
    rejects.push({ source: source.id, sha256: delivery.sha256, line, column, rule: 'key', raw: key });
  }
  for (const extract of readable) {
    const reading = readings.get(extract)!;
    readings.set(extract, { ...reading, ...inspectExtract(source, reading, surveys.get(extract)!) });
  }
  await deleteExtracts(warehouse, source.id, unused());
  for (const { rejects } of readings.values()) rejects.sort((a, b) => a.line - b.line);
  await appendRejects(
    warehouse,
    [...readings.values()].flatMap(({ rejects }) => rejects),
  );
  return surveys;
}
