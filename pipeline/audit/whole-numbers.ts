import type { WholeNumbers } from './audit-report.ts';
import type { FigureAudit } from './system/audit-figure.ts';

/** How many rows are named. */
const NAMED = 10;

/** What whole numbers leave of some figures' hidden counts, taken together; null where no figure was asked. */
export function wholeNumbers(audits: readonly FigureAudit[]): WholeNumbers | null {
  const bounds = audits.flatMap(audit => audit.bounds ?? []);
  if (bounds.length === 0) return null;
  const sum = (pick: (of: (typeof bounds)[number]) => number): number => bounds.reduce((total, one) => total + pick(one), 0);
  const single = bounds.flatMap(one => one.single);
  return {
    of: sum(one => one.of),
    single: single.length,
    within: sum(one => one.within),
    untold: sum(one => one.untold),
    programs: sum(one => one.programs),
    singleAt: single.slice(0, NAMED).flatMap(({ rows }) => rows.slice(0, 1).map(({ of, at }) => ({ of, at }))),
  };
}
