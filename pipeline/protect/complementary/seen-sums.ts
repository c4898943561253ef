import type { Cell } from '../../contract/observation.ts';
import { isAdditive } from './measures.ts';
import type { Telling, Told } from './rows.ts';
import type { Seen } from './seen-in.ts';

/**
 * The sums that an earlier tree told of what has not changed since, as variables. A row that says something else now still tells of the rest, where what has changed was
 * seen by itself, then and now, and is all that has changed. `sums`: what each row is the sum of.
 */
export function seenSums(telling: readonly Telling[], sums: readonly Int32Array[], { same, changed }: Seen): Int32Array[] {
  const changes = telling.map(({ row, told }) => {
    const then = changed.get(row);
    return then === undefined ? null : countOf(told, told.cell) - countOf(told, then);
  });
  const alone = new Map<number, number>();
  for (const [i, change] of changes.entries()) if (change !== null && sums[i]!.length === 1) alone.set(sums[i]![0]!, change);
  return telling.flatMap(({ row }, i) => {
    if (same.has(row)) return [sums[i]!];
    const change = changes[i]!;
    if (change === null) return [];
    const gone = sums[i]!.filter(variable => alone.has(variable));
    const seen = gone.reduce((sum, variable) => sum + alone.get(variable)!, 0);
    return Math.abs(change - seen) < ROUNDING ? [sums[i]!.filter(variable => !alone.has(variable))] : [];
  });
}

/** Of what adds up in a row, the first number. NaN where nothing does, or the row is of others too: no change of it is known. */
function countOf({ sum: { composition } }: Told, cell: Cell | null): number {
  const { denominator, numerator, population } = composition;
  if (cell === null) return NaN;
  if (denominator !== null && isAdditive(denominator)) return Number(cell.denominator);
  if (isAdditive(numerator)) return Number(cell.numerator ?? cell.value);
  return population !== null && isAdditive(population) ? Number(cell.population) : NaN;
}

/** Sums of decimals. */
const ROUNDING = 1e-6;
