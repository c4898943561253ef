import type { Outcome, Program } from './program.ts';
import { proveLeast } from './prove-least.ts';
import { seeSolution, type Ranges } from './ranges.ts';
import type { WholeBlock } from './whole-block.ts';

/** Work that is left: steps of the simplex method, each counted once for every unknown and equation of its program. Counted and not timed: it is the same everywhere. */
export interface Budget {
  left: number;
  /** Programs that were solved. */
  programs: number;
}

/** A block whose solutions in whole numbers are looked for, and what has been found. */
export interface Search {
  block: WholeBlock;
  program: Program;
  ranges: Ranges;
  budget: Budget;
}

/** Solves the program for a cost, counts the work, and keeps what the solution shows. */
export function solveFor({ block, program, ranges, budget }: Search, cost: Float64Array): Outcome {
  const size = block.columns.length + block.equations.length;
  const outcome = program.minimise(cost, Math.max(1, Math.ceil(budget.left / size)));
  budget.left -= (outcome.steps + 1) * size;
  budget.programs++;
  if (outcome.kind === 'optimal') seeSolution(block, ranges, outcome.values);
  return outcome;
}

/** What an outcome proves that cost · x (whole numbers) is at least, within some bounds: ∞ where there is no x, −∞ where it proves nothing. */
export function provedBy(outcome: Outcome, block: WholeBlock, bounds: Pick<WholeBlock, 'lower' | 'upper'>, cost: Float64Array): number {
  if (outcome.kind === 'optimal') return proveLeast(block, bounds, cost, outcome.multipliers);
  if (outcome.kind === 'unsolved' || outcome.multipliers === null) return -Infinity;
  const nothing = new Float64Array(cost.length);
  // Which way the multipliers of what has no solution point is not agreed on.
  const ways = [outcome.multipliers, outcome.multipliers.map(value => -value)];
  return ways.some(multipliers => proveLeast(block, bounds, nothing, multipliers) > 0) ? Infinity : -Infinity;
}

/** The cost that makes an unknown as large (`sign` 1) or as small (−1) as it can be. */
export function costOf({ block }: Search, at: number, sign: 1 | -1): Float64Array {
  const cost = new Float64Array(block.columns.length);
  cost[at] = -sign;
  return cost;
}
