import { setImmediate } from 'node:timers/promises';
import type { Highs, Model, ModelData } from 'highs';
import { ExpectedError } from '../../words/expected-error.ts';
import { SolverError, type Outcome, type Program, type Solver } from './program.ts';
import type { WholeBlock } from './whole-block.ts';

/**
 * Loads HiGHS (highs.dev) as WebAssembly: one thread, nothing random, no clock, so that it takes the same steps on every machine. `interrupted`: ends the work at
 * the next pause.
 */
export async function loadSolver(interrupted: AbortSignal): Promise<Solver> {
  // The package types its CommonJS twin.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Highs> };
  const highs = await load();
  return {
    programOf: block => programOf(block, highs),
    async pause() {
      await setImmediate();
      if (interrupted.aborted) throw new ExpectedError(`stopped by ${String(interrupted.reason)} before the audit had ended`);
    },
  };
}

/** What has no bound is taken to be within `reachOf`: that shows fewer solutions, and proves nothing more. */
function programOf(block: WholeBlock, highs: Highs): Program {
  const reach = reachOf(block);
  const bounded = (bound: number): number => Math.max(-reach, Math.min(reach, bound));
  const all = { kind: 'range', from: 0, to: block.columns.length - 1 } as const;
  const model = ofSolver(() => highs.createModel(modelOf(block, bounded)));
  // As costs change, primal steps go on from where the last program ended; as bounds do, dual ones: it is to choose.
  ofSolver(() => model.options.set({ output_flag: false, simplex_strategy: 0 }));
  return {
    setBounds: (position, lower, upper) => void ofSolver(() => model.changeColBounds(position, bounded(lower), bounded(upper))),
    minimise: (cost, steps) =>
      ofSolver(() => {
        model.changeColsCost(all, cost);
        model.options.set('simplex_iteration_limit', steps);
        const { modelStatus } = model.run();
        return { ...outcomeOf(model, modelStatus, highs), steps: Math.max(0, Number(model.info.get('simplex_iteration_count'))) };
      }),
    dispose: () => ofSolver(() => model.dispose()),
  };
}

function ofSolver<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new SolverError('HiGHS broke', { cause });
  }
}

type Unsized<T> = T extends unknown ? Omit<T, 'steps'> : never;

function outcomeOf(model: Model, status: number, { constants }: Highs): Unsized<Outcome> {
  if (status === constants.modelStatus.infeasible) return { kind: 'infeasible', multipliers: model.getDualRay()?.values ?? null };
  if (status !== constants.modelStatus.optimal) return { kind: 'unsolved' };
  const { colValue, rowDual } = model.getSolution();
  return { kind: 'optimal', values: colValue, multipliers: rowDual };
}

/** Far beyond what anything in a block adds up to. */
const reachOf = ({ equations }: WholeBlock): number =>
  1000 + 10 * equations.reduce((most, { known }) => Math.max(most, Math.abs(known)), 0);

function modelOf({ columns, equations, lower, upper }: WholeBlock, bounded: (bound: number) => number): ModelData {
  const known = equations.map(equation => equation.known);
  const starts = [0];
  for (const equation of equations) starts.push(starts.at(-1)! + equation.columns.length);
  const size = { numCols: columns.length, numRows: equations.length };
  return {
    ...size,
    colCost: new Float64Array(columns.length),
    colLower: lower.map(bounded),
    colUpper: upper.map(bounded),
    rowLower: known,
    rowUpper: known,
    matrix: {
      ...size,
      format: 'csr',
      starts: Int32Array.from(starts),
      indices: Int32Array.from(equations.flatMap(equation => equation.columns)),
      values: Float64Array.from(equations.flatMap(({ coefficients }) => coefficients)),
    },
  };
}
