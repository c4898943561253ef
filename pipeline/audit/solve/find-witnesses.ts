import { PRIME, residue, type PivotRow } from './eliminate.ts';
import type { Block } from './find-blocks.ts';
import { randomFrom } from './random-from.ts';

/** Denominators that are tried to make a solution whole. */
const DENOMINATORS = [1, 2, 3, 4, 6, 12];
/** Larger whole numbers are not believed to be lifted rightly, though they would be found out. */
const LARGEST = 2 ** 20;
const DRAWS = 24;

/**
 * Which of a block's unknowns can be changed without any equation noticing. Each was seen to be other than 0 in a whole-number solution of `A x = 0`
 * that was checked in every equation, so it is proved that the equations do not determine it. What is left is likely determined.
 */
export function findWitnesses(block: Block, pivots: readonly PivotRow[]): boolean[] {
  const free = freeColumns(block, pivots);
  const varies: boolean[] = block.columns.map(() => false);
  let left = varies.length;
  const random = randomFrom(block.columns.length);
  for (let draw = 0; draw < DRAWS && left > 0 && free.length > 0; draw++) {
    // Ever sparser: where fractions of many kinds meet, a solution with few changes is whole more easily.
    const chosen = free.filter(column => draw < 4 || !varies[column] || random() < 1 / draw);
    const values = new Map(chosen.map(column => [column, Math.ceil(random() * 3) * (random() < 0.5 ? 1 : -1)]));
    const solution = solveFor(block, pivots, values);
    const whole = lift(solution);
    if (whole === null || !holds(block, whole)) continue;
    for (const [column, value] of whole.entries())
      if (value !== 0 && !varies[column]) {
        varies[column] = true;
        left--;
      }
  }
  return varies;
}

function freeColumns(block: Block, pivots: readonly PivotRow[]): number[] {
  const pivoted = new Set(pivots.map(({ pivot }) => pivot));
  return [...block.columns.keys()].filter(column => !pivoted.has(column));
}

/** The solution of `A x = 0` modulo the prime with these free values; 0 where none is given. */
function solveFor(block: Block, pivots: readonly PivotRow[], free: ReadonlyMap<number, number>): Float64Array {
  const solution = new Float64Array(block.columns.length);
  for (const [column, value] of free) solution[column] = residue(value);
  for (let i = pivots.length - 1; i >= 0; i--) {
    const { pivot, columns, factors } = pivots[i]!;
    let sum = 0;
    for (let j = 0; j < columns.length; j++) sum = (sum + factors[j]! * solution[columns[j]!]!) % PRIME;
    solution[pivot] = sum;
  }
  return solution;
}

/** A solution modulo the prime as whole numbers, times a small denominator; null where it is none. */
function lift(solution: Float64Array): number[] | null {
  for (const denominator of DENOMINATORS) {
    const whole: number[] = [];
    for (const value of solution) {
      const times = (value * denominator) % PRIME;
      const signed = times > PRIME / 2 ? times - PRIME : times;
      if (Math.abs(signed) > LARGEST) break;
      whole.push(signed);
    }
    if (whole.length === solution.length) return whole;
  }
  return null;
}

/** Exactly: what is summed is far below 2^53. */
const holds = (block: Block, whole: readonly number[]): boolean =>
  block.equations.every(
    ({ columns, coefficients }) => columns.reduce((sum, column, i) => sum + coefficients[i]! * whole[column]!, 0) === 0,
  );
