import type { WholeBlock } from './whole-block.ts';

/** How far apart the values of a number within ± 2 are at most. */
export const NARROW = 4;
/** How near a whole number what a solver says must be, to be tried as one. */
const NEAR = 1e-6;

/** What is known of a block's unknowns in whole numbers, by position. */
export interface Ranges {
  /** Proved: in no solution is it less, or more. */
  lower: Float64Array;
  upper: Float64Array;
  /** Seen: the least and the most that it is in solutions that were found and checked; ∞ and −∞ before there is one. */
  least: Float64Array;
  most: Float64Array;
}

export const rangesOf = ({ columns, lower, upper }: WholeBlock): Ranges => ({
  lower: lower.slice(),
  upper: upper.slice(),
  least: new Float64Array(columns.length).fill(Infinity),
  most: new Float64Array(columns.length).fill(-Infinity),
});

/** True where it is known whether an unknown has one value, several within ± 2, or values farther apart. */
export function isTold({ lower, upper, least, most }: Ranges, at: number): boolean {
  const [proved, seen] = [upper[at]! - lower[at]!, most[at]! - least[at]!];
  return proved === 0 || seen > NARROW || (proved <= NARROW && seen > 0);
}

/** Widens what has been seen by what a solver says, if that is a solution in whole numbers: within all bounds and in every equation, exactly. */
export function seeSolution({ equations, lower, upper }: WholeBlock, ranges: Ranges, values: Float64Array): void {
  const whole = values.map(value => Math.round(value));
  if (!whole.every((value, at) => Math.abs(value - values[at]!) < NEAR && value >= lower[at]! && value <= upper[at]!)) return;
  const sum = (columns: readonly number[], coefficients: readonly number[]): number =>
    columns.reduce((total, column, i) => total + coefficients[i]! * whole[column]!, 0);
  if (!equations.every(({ columns, coefficients, known }) => sum(columns, coefficients) === known)) return;
  for (const [at, value] of whole.entries()) {
    ranges.least[at] = Math.min(ranges.least[at]!, value);
    ranges.most[at] = Math.max(ranges.most[at]!, value);
  }
}

/** The position whose value is farthest from whole numbers; null where all are whole. */
export function leastWhole(values: Float64Array): number | null {
  let [farthest, at]: [number, number | null] = [NEAR, null];
  for (let i = 0; i < values.length; i++) {
    const off = Math.abs(values[i]! - Math.round(values[i]!));
    if (off > farthest) [farthest, at] = [off, i];
  }
  return at;
}
