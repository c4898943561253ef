import type { Month } from '../contract/period.ts';
import { createContent, monthsOf } from '../warehouse/content.ts';
import type { ListedExtract, Precedence } from '../warehouse/content.ts';
import type { Delivery } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { CountedDelivery, Coverage, Warehouse } from '../words/stages.ts';
import { coverageOf } from './coverage.ts';
import { extractsInForce, takesPlaceOf } from './in-force.ts';
import type { ReadDelivery } from './in-force.ts';
import { loadExtracts } from './load-extracts.ts';
import { bulksOf } from './settle-extracts.ts';
import type { Shelf } from './shelf.ts';

export interface SourceContent {
  /** In force order. */
  deliveries: readonly ReadDelivery[];
  counted: readonly CountedDelivery[];
  coverage: Coverage | null;
  /** Distinct extracts that can be read, by first delivery. */
  extracts: readonly ListedExtract[];
  /** Extracts, by `_extract`, that say something still: none of their rows loaded, or some of them current. */
  standing: ReadonlySet<number>;
}

/**
 * Loads the extracts of a source's deliveries (in force order) that are not on the shelf yet, and makes `raw."<source>"`
 * of the current content. Ordinals, which make `_row`, are given from `firstOrdinal` on to the readable extracts by first
 * delivery.
 */
export async function loadSource(
  source: SourceDeclaration,
  deliveries: readonly Delivery[],
  firstOrdinal: number,
  shelf: Shelf,
  warehouse: Warehouse,
): Promise<SourceContent> {
  const loaded = await loadExtracts(source, deliveries, shelf, warehouse);
  const read = deliveries.map((delivery, i): ReadDelivery => ({ ...delivery, extract: loaded[i]! }));
  const usable = read.filter(({ extract }) => extract.faults.length === 0);
  const inForce = extractsInForce(source, usable, firstOrdinal);
  const bulks = bulksOf(loaded);
  const current = await createContent(warehouse, source.id, source.columns, inForce, bulks, precedenceOf(source));
  const { covers } = source;
  const months =
    covers?.by === 'column'
      ? await monthsOf(warehouse, source.id, source.columns, covers.column, inForce, bulks)
      : new Map<Month, number>();
  const loadedOf = new Map(usable.map(({ extract }) => [extract.extract, extract.loaded]));
  const standing = new Set(inForce.map(({ extract }) => extract).filter(extract => current.has(extract) || loadedOf.get(extract) === 0));
  const isReplaced = (delivery: ReadDelivery, i: number): boolean =>
    delivery.extract.faults.length > 0
      ? read.slice(i + 1).some(later => takesPlaceOf(source, later, delivery))
      : !standing.has(delivery.extract.extract);
  return {
    deliveries: read,
    counted: read.map((delivery, i) => ({ ...countedDelivery(delivery, current), ...(isReplaced(delivery, i) ? { replaced: true } : {}) })),
    coverage: coverageOf(source, usable, months),
    extracts: listed(usable, firstOrdinal),
    standing,
  };
}

function listed(usable: readonly ReadDelivery[], firstOrdinal: number): ListedExtract[] {
  const first = new Map<number, ReadDelivery>();
  for (const delivery of usable) if (!first.has(delivery.extract.extract)) first.set(delivery.extract.extract, delivery);
  return [...first.values()].map(({ source, sha256, name }, i) => ({ ordinal: firstOrdinal + i, source, sha256, name }));
}

function precedenceOf({ kind, covers, columns }: SourceDeclaration): Precedence {
  const keys = columns.filter(column => column.key).map(column => column.name);
  if (kind === 'increment' && keys.length > 0) return { by: 'key', columns: keys };
  if (kind === 'period' && covers?.by === 'column') return { by: 'month', column: covers.column };
  return { by: 'none' };
}

function countedDelivery({ extract, ...delivery }: ReadDelivery, current: ReadonlyMap<number, number>): CountedDelivery {
  if (delivery.removed) {
    const { records, loaded, rejected, ignored } = delivery.removed;
    return { ...delivery, records, loaded, rejected, ignored, superseded: loaded };
  }
  const { records, loaded, ignored, rejects, faults } = extract;
  const broken = faults.length > 0 ? { broken: true } : {};
  return {
    ...delivery,
    records,
    loaded,
    rejected: rejects.length,
    ignored,
    superseded: loaded - (current.get(extract.extract) ?? 0),
    ...broken,
  };
}
