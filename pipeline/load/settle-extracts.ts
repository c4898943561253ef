import { keepExtract } from '../warehouse/kept-extracts.ts';
import { appendRejects, countLoaded, dropRows } from '../warehouse/loaded-tables.ts';
import type { Bulk } from '../warehouse/loaded-tables.ts';
import { takeRepeatedKeys } from '../warehouse/repeated-keys.ts';
import type { Delivery } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { inspectExtract } from './contract/inspect-extract.ts';
import { surveyExtracts } from './contract/survey-extracts.ts';
import type { ExtractReading } from './read-extract.ts';
import type { LoadedExtract, ShelvedSource } from './shelf.ts';

/** A reading whose rows are in the cache. */
export interface SettledReading extends ExtractReading {
  extract: number;
  key: string;
  delivery: Delivery;
}

/** Bytes that could not be read, or had been removed, may be there next time: they are asked for again. */
const NOT_KEPT = ['extract-unreadable', 'extract-removed'];

/**
 * Takes out unreadable extracts, repeated keys and extracts that break the contract, and keeps what each extract became.
 * Throws where records are not the sum of loaded, rejected and ignored: a bug.
 */
export async function settleExtracts(
  source: SourceDeclaration,
  read: readonly SettledReading[],
  shelved: ShelvedSource,
  warehouse: Warehouse,
): Promise<void> {
  const { id, columns } = source;
  await dropRows(warehouse, id, numbersOf(read.filter(isUnused)));
  const readable = read.filter(reading => !isUnused(reading));
  const surveys = await surveyExtracts(source, numbersOf(readable), bulksOf(readable), warehouse);
  const column = columns.flatMap(({ key, header }) => (key ? [header] : [])).join(', ');
  for (const { extract, line, key } of await takeRepeatedKeys(warehouse, id, columns, numbersOf(readable), bulksOf(readable))) {
    const { rejects, delivery } = readable.find(reading => reading.extract === extract)!;
    rejects.push({ source: id, sha256: delivery.sha256, line, column, rule: 'key', raw: key });
  }
  for (const { rejects } of readable) rejects.sort((a, b) => a.line - b.line);
  const inspected = readable.map(reading => ({ ...reading, ...inspectExtract(source, reading, surveys.get(reading.extract)!) }));
  await dropRows(warehouse, id, numbersOf(inspected.filter(isUnused)));
  await appendRejects(
    warehouse,
    inspected.flatMap(({ rejects, extract }) => rejects.map(reject => ({ ...reject, extract }))),
  );
  const used = inspected.filter(reading => !isUnused(reading));
  const counts = await countLoaded(warehouse, id, numbersOf(used), bulksOf(used));
  for (const reading of [...read.filter(isUnused), ...inspected]) {
    const { extract, key, delivery, records, ignored, rejects, header, notices, faults, bulkFrom } = reading;
    const loaded = counts.get(extract) ?? 0;
    if (records !== loaded + rejects.length + ignored)
      throw new Error(`${delivery.name}: ${records} records, but ${loaded} loaded, ${rejects.length} rejected and ${ignored} ignored`);
    const profile = isUnused(reading) ? null : surveys.get(extract)!.profile;
    const told = { records, loaded, ignored, header, profile, notices, faults, bulkFrom };
    shelved.extracts.set(key, { ...told, extract, rejects });
    if (faults.some(({ code }) => NOT_KEPT.includes(code))) continue;
    const kept = { extract, source: id, declaration: shelved.declaration, name: delivery.name, key, told: JSON.stringify(told) };
    await keepExtract(warehouse, kept);
  }
}

const isUnused = ({ faults }: Pick<ExtractReading, 'faults'>): boolean => faults.length > 0;
const numbersOf = (readings: readonly SettledReading[]): number[] => readings.map(({ extract }) => extract);

/** The tables that DuckDB read extracts into itself. */
export const bulksOf = (extracts: readonly Pick<LoadedExtract, 'extract' | 'bulkFrom'>[]): Bulk[] => [
  ...new Map(
    extracts.flatMap(({ extract, bulkFrom }) => (bulkFrom === null ? [] : [[extract, { extract, firstLine: bulkFrom }] as const])),
  ).values(),
];
