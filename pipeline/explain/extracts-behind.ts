import type { Month } from '../contract/period.ts';
import { monthsOfName } from '../load/in-force.ts';
import type { CountedDelivery, LoadedSource } from '../words/stages.ts';

/**
 * The deliveries of a source whose rows may be in a figure of some months: those that are read and count still, each extract at its last delivery.
 * Of periods that names say, those that hold one of the months.
 */
export function extractsBehind({ declaration, deliveries }: LoadedSource, months: readonly Month[]): CountedDelivery[] {
  const byName = declaration.kind === 'period' && declaration.covers?.by === 'name';
  const isAbout = ({ period }: CountedDelivery): boolean =>
    !byName || period === null || monthsOfName(period).some(month => months.includes(month));
  const counting = deliveries.filter(delivery => !delivery.broken && !delivery.replaced && isAbout(delivery));
  return [...new Map(counting.map(delivery => [delivery.sha256, delivery])).values()];
}
