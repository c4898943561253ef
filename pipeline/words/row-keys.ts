import type { Observation } from '../contract/observation.ts';
import type { Composition, Summed } from './stages.ts';

/** The cell of a breakdown as text; `parent` where it is the part of a moved node that one parent had. */
export const cellKey = (members: readonly string[], parent: string | null): string => JSON.stringify([parent, ...members]);

type InTime = Pick<Observation, 'grain' | 'window' | 'period_start'>;
type Keyed = InTime & Pick<Observation, 'members'>;

/** A window of a period as text. */
export const windowKey = ({ grain, window, period_start }: InTime): string => `${grain}|${window}|${period_start}`;

/** What a row, or the part of it that one parent had, is the sum of. */
export const readBy = (composition: Composition, row: Keyed, parent: string | null): Summed => ({
  composition,
  cell: cellKey(row.members, parent),
  units: composition.windows.get(windowKey(row))!.read,
});

/** What the two years of a comparison are the sums of. */
export function comparedBy(composition: Composition, pair: Keyed): { own: Summed; before: Summed } {
  const cell = cellKey(pair.members, null);
  const units = composition.windows.get(windowKey(pair))!.compared!;
  return { own: { composition, cell, units }, before: { composition, cell, units: units.map(unit => unit - 12) } };
}
