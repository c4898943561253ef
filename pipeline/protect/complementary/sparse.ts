import { inverse, PRIME, times } from './modulo.ts';

/** A combination of variables: their numbers, ascending, and a factor from 1 to the prime − 1 for each. */
export interface Sparse {
  at: Int32Array;
  by: Int32Array;
}

/** A sum of variables. */
export const sumOf = (at: Int32Array): Sparse => ({ at, by: new Int32Array(at.length).fill(1) });

/** Those of `plus` less those of `minus`; they have none in common. Both ascending. */
export function differenceOf(plus: readonly number[], minus: readonly number[]): Sparse {
  const factors = new Map([...plus.map(at => [at, 1] as const), ...minus.map(at => [at, PRIME - 1] as const)]);
  const at = Int32Array.from(factors.keys()).sort();
  return { at, by: at.map(variable => factors.get(variable)!) };
}

/** The variable's factor; 0 where it has none. */
export function factorOf({ at, by }: Sparse, variable: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < variable) low = middle + 1;
    else if (at[middle]! > variable) high = middle - 1;
    else return by[middle]!;
  }
  return 0;
}

/** True where one is a multiple of the other. Neither is empty. */
export function isProportional(a: Sparse, b: Sparse): boolean {
  if (a.at.length !== b.at.length) return false;
  const ratio = times(a.by[0]!, inverse(b.by[0]!));
  for (let i = 0; i < a.at.length; i++) if (a.at[i] !== b.at[i] || a.by[i] !== times(ratio, b.by[i]!)) return false;
  return true;
}

let scratchAt = new Int32Array(1024);
let scratchBy = new Int32Array(1024);

/** Is told of the variables that a combination has got, and lost. */
export interface Changes {
  entered(variable: number): void;
  gone(variable: number): void;
}

/** No variable has this number. */
const NONE = 0x7fff_ffff;

/** `from` with as much of `pivot` added as `factor` says. */
export function add(from: Sparse, factor: number, pivot: Sparse, changes: Changes): Sparse {
  const { at, by } = from;
  const { at: pivotAt, by: pivotBy } = pivot;
  const [length, pivotLength] = [at.length, pivotAt.length];
  const most = length + pivotLength;
  if (scratchAt.length < most) [scratchAt, scratchBy] = [new Int32Array(2 * most), new Int32Array(2 * most)];
  const [toAt, toBy] = [scratchAt, scratchBy];
  const less = PRIME - factor;
  let i = 0;
  let j = 0;
  let n = 0;
  while (i < length || j < pivotLength) {
    const own = i < length ? at[i]! : NONE;
    const other = j < pivotLength ? pivotAt[j]! : NONE;
    if (own < other) {
      toAt[n] = own;
      toBy[n++] = by[i++]!;
      continue;
    }
    // Nearly all factors are 1 and −1.
    const pivotFactor = pivotBy[j++]!;
    let value = pivotFactor === 1 ? factor : pivotFactor === PRIME - 1 ? less : times(factor, pivotFactor);
    if (own === other) {
      value += by[i++]!;
      if (value >= PRIME) value -= PRIME;
      if (value === 0) {
        changes.gone(other);
        continue;
      }
    } else changes.entered(other);
    toAt[n] = other;
    toBy[n++] = value;
  }
  return { at: toAt.slice(0, n), by: toBy.slice(0, n) };
}
