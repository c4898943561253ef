import type { WholeNumbers } from './audit-report.ts';
import { boundUnknowns } from './bounds/bound-unknowns.ts';
import type { Solver } from './bounds/program.ts';
import type { Cell } from './system/figure.ts';
import type { FigureAudit } from './system/audit-figure.ts';

/** How many rows are named. */
const NAMED = 10;

/** What whole numbers leave of some figures' hidden counts that are not given away; null where no solver was given. */
export async function wholeNumbers(audits: readonly FigureAudit[], solver: Solver | null): Promise<WholeNumbers | null> {
  if (solver === null) return null;
  const left = { of: 0, single: 0, within: 0, untold: 0, programs: 0 };
  const singles: Cell[] = [];
  for (const { notGiven } of audits) {
    if (notGiven === null) continue;
    const { single, within, untold, programs } = await boundUnknowns(notGiven.system, notGiven.bounds, notGiven.hidden, solver);
    left.of += notGiven.hidden.size;
    left.single += single.length;
    left.within += within.length;
    left.untold += untold.length;
    left.programs += programs;
    singles.push(...single.map(column => notGiven.cells[column]!));
  }
  return { ...left, singleAt: singles.slice(0, NAMED).flatMap(({ rows }) => rows.slice(0, 1).map(({ of, at }) => ({ of, at }))) };
}
