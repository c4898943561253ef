import { monthsBetween, parsePeriod, type Month } from '../contract/period.ts';
import type { ExtractInForce } from '../warehouse/content.ts';
import type { Delivery } from '../words/delivery.ts';
import { monthColumn } from '../words/period-column.ts';
import type { SourceDeclaration } from '../words/source.ts';
import type { LoadedExtract } from './shelf.ts';

/** A delivery with its extract as it was loaded. */
export interface ReadDelivery extends Delivery {
  extract: LoadedExtract;
}

/** True for sources of which each delivery says all there is. */
export const replacesWhole = ({ kind }: Pick<SourceDeclaration, 'kind'>): boolean => kind === 'snapshot' || kind === 'reference';

/** The months that a delivery's name says it is about; none where it says no period. */
export function monthsOfName(period: string | null): Month[] {
  if (period === null) return [];
  const { first, last } = parsePeriod(period)!;
  return monthsBetween(first, last);
}

/**
 * The readable deliveries (`usable`, in force order) that no later one has replaced whole, as extracts, each once and at its
 * last delivery: of a snapshot the latest; of periods in names those that are the latest for some month, and for which months;
 * of everything else all, since there it is rows that supersede rows. Ordinals count the distinct extracts of `usable` by first
 * delivery, from `firstOrdinal`.
 */
export function extractsInForce(
  source: Pick<SourceDeclaration, 'kind' | 'covers' | 'columns'>,
  usable: readonly ReadDelivery[],
  firstOrdinal: number,
): ExtractInForce[] {
  const ordinals = new Map<number, number>();
  for (const { extract } of usable) if (!ordinals.has(extract.extract)) ordinals.set(extract.extract, firstOrdinal + ordinals.size);
  const latest = new Map(placesInForce(source, usable).map(place => [usable[place.position]!.extract.extract, place]));
  return [...latest].map(([extract, place]) => ({ extract, ordinal: ordinals.get(extract)!, ...place }));
}

type PlaceInForce = Pick<ExtractInForce, 'position' | 'only'>;

function placesInForce(source: Pick<SourceDeclaration, 'kind' | 'covers' | 'columns'>, usable: readonly ReadDelivery[]): PlaceInForce[] {
  const whole = (positions: readonly number[]): PlaceInForce[] => positions.map(position => ({ position, only: null }));
  if (replacesWhole(source)) return whole(usable.length === 0 ? [] : [usable.length - 1]);
  return source.kind === 'period' && source.covers?.by === 'name' ? latestOfMonths(source, usable) : whole([...usable.keys()]);
}

/** The deliveries that are the latest for some month; of one that later ones have replaced in part, its other months only. */
function latestOfMonths({ columns }: Pick<SourceDeclaration, 'columns'>, usable: readonly ReadDelivery[]): PlaceInForce[] {
  const latest = new Map<Month | null, number>();
  for (const [position, { period }] of usable.entries())
    for (const month of period === null ? [null] : monthsOfName(period)) latest.set(month, position);
  return [...new Set(latest.values())].map(position => {
    const all = monthsOfName(usable[position]!.period);
    const months = all.filter(month => latest.get(month) === position);
    // A name says more than a month only where there is such a column (read-name.ts).
    return { position, only: months.length === all.length ? null : { column: monthColumn(columns)!.name, months } };
  });
}

/**
 * True where a later delivery takes the place of one that is not used: any for a source that is replaced whole, one for the
 * same period or a longer one that holds it where names say periods, else one of the same name.
 */
export function takesPlaceOf(source: Pick<SourceDeclaration, 'kind' | 'covers'>, later: ReadDelivery, broken: ReadDelivery): boolean {
  if (later.extract.faults.length > 0) return false;
  if (replacesWhole(source) || later.name === broken.name) return true;
  if (source.kind !== 'period' || source.covers?.by !== 'name') return false;
  const months = monthsOfName(later.period);
  return later.period === broken.period || (broken.period !== null && monthsOfName(broken.period).every(month => months.includes(month)));
}
