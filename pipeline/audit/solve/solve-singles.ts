import type { LinearSystem } from './linear-system.ts';

/** What has been found of a system's unknowns. */
export interface Known {
  /** For each unknown: the equations that it follows from, each multiplied by a whole number, `times` itself; null while it does not. */
  readonly proofs: (Proof | null)[];
  /** Those that do, in the order they were found. */
  readonly order: number[];
}

/** The sum of `multipliers[i]` × `equations[i]`, in which nothing but `times` × the unknown, and unknowns found before it, is left. */
export interface Proof {
  equations: readonly number[];
  multipliers: readonly bigint[];
  times: bigint;
}

/**
 * Solves, in turn, every equation in which one unknown is left. `from`: unknowns that were just found; not given, all equations are
 * looked at. `left` says how many unknowns each equation still has, and is kept up to date.
 */
export function solveSingles(
  system: LinearSystem,
  of: readonly (readonly number[])[],
  known: Known,
  left: Int32Array,
  from?: number,
): void {
  const queue: number[] = [];
  const found = (column: number): void => {
    for (const equation of of[column]!) if (--left[equation]! === 1) queue.push(equation);
  };
  if (from === undefined) queue.push(...[...system.equations.keys()].filter(i => left[i] === 1));
  else found(from);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { columns, coefficients } = system.equations[next]!;
    const at = columns.findIndex(column => known.proofs[column] === null);
    if (at < 0) continue;
    known.proofs[columns[at]!] = { equations: [next], multipliers: [1n], times: BigInt(coefficients[at]!) };
    known.order.push(columns[at]!);
    found(columns[at]!);
  }
}
