import type { LinearSystem } from '../solve/linear-system.ts';
import type { Bounds } from '../solve/propagate.ts';
import { boundBlock } from './bound-block.ts';
import { SolverError, type Solver } from './program.ts';
import { isTold, NARROW, rangesOf, type Ranges } from './ranges.ts';
import type { Budget } from './search.ts';
import { wholeBlocks, type WholeBlock } from './whole-block.ts';

/** Work that one system may take (`Budget`): a minute or two. */
const WORK = 1e9;

/** What whole numbers leave of some unknowns, by all equations together. Those that may be farther apart are in no list. */
export interface WholeBounds {
  /** One value. */
  single: readonly number[];
  /** Several, within ± 2. */
  within: readonly number[];
  /** There was not work or memory enough to tell, or there is no solution. */
  untold: readonly number[];
  /** Linear programs that were solved. */
  programs: number;
}

/** Tells of each of some unknowns whether whole numbers leave it one value, several within ± 2, or more. `bounds`: what single equations leave. */
export async function boundUnknowns(
  system: LinearSystem,
  bounds: readonly Bounds[],
  asked: ReadonlySet<number>,
  solver: Solver,
  work = WORK,
): Promise<WholeBounds> {
  const budget = { left: work, programs: 0 };
  const told: { column: number; kind: Left }[] = [];
  for (const block of wholeBlocks(system, bounds)) {
    const positions = [...block.columns.keys()].filter(at => asked.has(block.columns[at]!));
    const ranges = await boundOrGiveUp(block, positions, solver, budget);
    for (const at of positions) told.push({ column: block.columns[at]!, kind: leftOf(ranges, at) });
  }
  const those = (kind: Left): number[] => told.flatMap(each => (each.kind === kind ? [each.column] : []));
  return { single: those('single'), within: those('within'), untold: those('untold'), programs: budget.programs };
}

/** As far as the solver's memory is enough: where it is not, nothing more is asked of it. */
async function boundOrGiveUp(block: WholeBlock, positions: readonly number[], solver: Solver, budget: Budget): Promise<Ranges> {
  try {
    return await boundBlock(block, positions, solver, budget);
  } catch (error) {
    if (!(error instanceof SolverError)) throw error;
    budget.left = 0;
    return rangesOf(block);
  }
}

type Left = 'single' | 'within' | 'more' | 'untold';

function leftOf(ranges: Ranges, at: number): Left {
  if (!isTold(ranges, at)) return 'untold';
  const proved = ranges.upper[at]! - ranges.lower[at]!;
  return proved === 0 ? 'single' : proved <= NARROW ? 'within' : 'more';
}
