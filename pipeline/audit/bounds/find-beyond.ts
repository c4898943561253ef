import { leastWhole } from './ranges.ts';
import { costOf, provedBy, solveFor, type Search } from './search.ts';

/** Programs that one question may take. */
const MOST = 400;

type Found = 'found' | 'none' | 'untold';

/**
 * Looks for a solution in whole numbers in which an unknown is more (`sign` 1) or less (−1) than in all that were seen, by branch and bound. `none`: every branch is
 * proved to have none. `untold`: one was left, or could not be proved.
 */
export function findBeyond(search: Search, at: number, sign: 1 | -1): Found {
  const { block, program, ranges, budget } = search;
  const cost = costOf(search, at, sign);
  const node = { lower: ranges.lower.slice(), upper: ranges.upper.slice() };
  const farthest = (): number => (sign === 1 ? ranges.most[at]! : -ranges.least[at]!);
  const [before, last] = [farthest(), budget.programs + MOST];

  const inBranch = (branch: number, lower: number, upper: number, look: () => Found): Found => {
    const whole = [node.lower[branch]!, node.upper[branch]!] as const;
    const set = (...side: readonly [number, number]): void => {
      [node.lower[branch], node.upper[branch]] = side;
      program.setBounds(branch, ...side);
    };
    set(lower, upper);
    const found = look();
    set(...whole);
    return found;
  };
  const look = (): Found => {
    if (budget.programs >= last || budget.left <= 0) return 'untold';
    const outcome = solveFor(search, cost);
    if (farthest() > before) return 'found';
    if (-provedBy(outcome, block, node, cost) <= before) return 'none';
    const branch = outcome.kind === 'optimal' ? leastWhole(outcome.values) : null;
    if (outcome.kind !== 'optimal' || branch === null) return 'untold';
    const value = outcome.values[branch]!;
    const below = (): Found => inBranch(branch, node.lower[branch]!, Math.floor(value), look);
    const above = (): Found => inBranch(branch, Math.ceil(value), node.upper[branch]!, look);
    const [first, second] = value - Math.floor(value) < 0.5 ? [below, above] : [above, below];
    const one = first();
    if (one === 'found') return 'found';
    const other = second();
    return other === 'none' ? one : other;
  };
  return look();
}
