import { PRIME } from './modulo.ts';

/** A combination of variables: their numbers, ascending, and a factor from 1 to the prime − 1 for each. */
export interface Sparse {
  at: Int32Array;
  by: Int32Array;
}

/** A sum of variables. */
export const sumOf = (at: Int32Array): Sparse => ({ at, by: new Int32Array(at.length).fill(1) });

/** Those of `plus` less those of `minus`; they have none in common. Both ascending. */
export function differenceOf(plus: Int32Array, minus: Int32Array): Sparse {
  const factors = new Map([...Array.from(plus, at => [at, 1] as const), ...Array.from(minus, at => [at, PRIME - 1] as const)]);
  const at = Int32Array.from(factors.keys()).sort();
  return { at, by: at.map(variable => factors.get(variable)!) };
}
