import { randomFrom } from '../solve/random-from.ts';
import { findBeyond } from './find-beyond.ts';
import type { Solver } from './program.ts';
import { isTold, rangesOf, type Ranges } from './ranges.ts';
import { costOf, provedBy, solveFor, type Budget, type Search } from './search.ts';
import type { WholeBlock } from './whole-block.ts';

/** Rounds that tell next to nothing, after which unknowns are asked for one by one. */
const STALE = 2;
/** The share of what is asked for that a round must tell. */
const WORTH = 0.03;

/**
 * What whole numbers leave of a block's unknowns at `asked` positions: first by solutions that move all of them at once, as many of which are told by each, then by
 * a program each way for those that are left, then by branch and bound for what even that leaves.
 */
export async function boundBlock(block: WholeBlock, asked: readonly number[], solver: Solver, budget: Budget): Promise<Ranges> {
  const ranges = rangesOf(block);
  const untold = (): number[] => asked.filter(at => budget.left > 0 && !isTold(ranges, at));
  if (untold().length === 0) return ranges;
  await solver.pause();
  const program = solver.programOf(block);
  const search: Search = { block, program, ranges, budget };
  try {
    // Figures that contradict each other have no solution.
    if (!spread(search, untold)) return ranges;
    for (const ask of [boundOnce, boundWhole])
      for (const at of untold())
        for (const sign of [1, -1] as const)
          if (budget.left > 0 && !isTold(ranges, at)) {
            ask(search, at, sign);
            await solver.pause();
          }
  } finally {
    program.dispose();
  }
  return ranges;
}

/** Sees solutions at opposite ends, in directions drawn anew each time. False where there are none. */
function spread(search: Search, untold: () => number[]): boolean {
  const random = randomFrom(search.block.columns.length);
  for (let [stale, left] = [0, untold()]; stale < STALE && left.length > 0;) {
    const cost = new Float64Array(search.block.columns.length);
    for (const at of left) cost[at] = random() < 0.5 ? 1 : -1;
    if (solveFor(search, cost).kind === 'infeasible') return false;
    solveFor(search, cost.map(value => -value)); // prettier-ignore
    const after = untold();
    stale = after.length > left.length * (1 - WORTH) ? stale + 1 : 0;
    left = after;
  }
  return true;
}

/** By what one program proves. */
function boundOnce(search: Search, at: number, sign: 1 | -1): void {
  const cost = costOf(search, at, sign);
  const outcome = solveFor(search, cost);
  const proved = provedBy(outcome, search.block, search.ranges, cost);
  if (Number.isFinite(proved)) tighten(search, at, sign, -proved);
}

/** By branch and bound, until nothing beyond what was seen is left or it is told. */
function boundWhole(search: Search, at: number, sign: 1 | -1): void {
  const { ranges } = search;
  let found: ReturnType<typeof findBeyond> = 'found';
  while (found === 'found' && !isTold(ranges, at)) found = findBeyond(search, at, sign);
  if (found === 'none' && Number.isFinite(ranges.most[at]!)) tighten(search, at, sign, sign === 1 ? ranges.most[at]! : -ranges.least[at]!);
}

/** Takes `sign` × an unknown to be at most something, where that is news. */
function tighten({ ranges, program }: Search, at: number, sign: 1 | -1, most: number): void {
  if (sign === 1) ranges.upper[at] = Math.min(ranges.upper[at]!, most);
  else ranges.lower[at] = Math.max(ranges.lower[at]!, -most);
  program.setBounds(at, ranges.lower[at]!, ranges.upper[at]!);
}
