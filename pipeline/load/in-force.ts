import type { ExtractInForce } from '../warehouse/content.ts';
import type { Delivery } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { LoadedExtract } from './shelf.ts';

/** A delivery with its extract as it was loaded. */
export interface ReadDelivery extends Delivery {
  extract: LoadedExtract;
}

/** True for sources of which each delivery says all there is. */
export const replacesWhole = ({ kind }: Pick<SourceDeclaration, 'kind'>): boolean => kind === 'snapshot' || kind === 'reference';

/**
 * The readable deliveries (`usable`, in force order) that no later one has replaced whole, as extracts, each once and at its
 * last delivery: of a snapshot the latest; of periods in names the latest for each; of everything else all, since there
 * it is rows that supersede rows. Ordinals count the distinct extracts of `usable` by first delivery, from `firstOrdinal`.
 */
export function extractsInForce(
  source: Pick<SourceDeclaration, 'kind' | 'covers'>,
  usable: readonly ReadDelivery[],
  firstOrdinal: number,
): ExtractInForce[] {
  const ordinals = new Map<number, number>();
  for (const { extract } of usable) if (!ordinals.has(extract.extract)) ordinals.set(extract.extract, firstOrdinal + ordinals.size);
  const latest = new Map(positionsInForce(source, usable).map(position => [usable[position]!.extract.extract, position]));
  return [...latest].map(([extract, position]) => ({ extract, ordinal: ordinals.get(extract)!, position }));
}

function positionsInForce(source: Pick<SourceDeclaration, 'kind' | 'covers'>, usable: readonly ReadDelivery[]): number[] {
  if (replacesWhole(source)) return usable.length === 0 ? [] : [usable.length - 1];
  if (source.kind === 'period' && source.covers?.by === 'name')
    return [...new Map(usable.map(({ period }, position) => [period, position])).values()];
  return [...usable.keys()];
}

/**
 * True where a later delivery takes the place of one that is not used: any for a source that is replaced whole, one for the
 * same period where names say periods, else one of the same name.
 */
export function takesPlaceOf(source: Pick<SourceDeclaration, 'kind' | 'covers'>, later: ReadDelivery, broken: ReadDelivery): boolean {
  if (later.extract.faults.length > 0) return false;
  return (
    replacesWhole(source) ||
    later.name === broken.name ||
    (source.kind === 'period' && source.covers?.by === 'name' && later.period === broken.period)
  );
}
