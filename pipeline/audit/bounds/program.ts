import type { WholeBlock } from './whole-block.ts';

/** A linear program over a block's unknowns, which is solved again and again with other costs and bounds. */
export interface Program {
  setBounds(position: number, lower: number, upper: number): void;
  /** The least that cost · x can be, in at most so many steps of the simplex method. Blocks the thread. */
  minimise(cost: Float64Array, steps: number): Outcome;
  dispose(): void;
}

/**
 * What a solver says, in floating point: nothing that it says is believed unless it is checked in whole numbers. `multipliers`: of the equations; with them an optimum
 * is proved, and so is that there is no solution. `unsolved`: it used up its steps, or gave up.
 */
export type Outcome = (
  | { kind: 'optimal'; values: Float64Array; multipliers: Float64Array }
  | { kind: 'infeasible'; multipliers: Float64Array | null }
  | { kind: 'unsolved' }
) & { steps: number };

export interface Solver {
  /** Throws SolverError, as the program does. */
  programOf(block: WholeBlock): Program;
  /** Lets signals through between programs, which block the thread. Throws ExpectedError when the work is to end. */
  pause(): Promise<void>;
}

/** The solver itself broke: it has no memory left, most likely. */
export class SolverError extends Error {}
