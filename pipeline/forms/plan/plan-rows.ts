import type { PlanSheet } from './plan-columns.ts';
import { spreadTarget } from './target-cells.ts';
import type { Written } from './plan-as-written.ts';

/** One row of a sheet, by its columns' keys. */
export type PlanRow = Readonly<Record<string, string | number>>;

/** A plan as its file says it, as the rows of each sheet: goals from the outermost inwards, each with what stands under it. */
export function planRows({ goals, ...plan }: Written): Readonly<Record<PlanSheet, readonly PlanRow[]>> {
  const rows: Record<PlanSheet, PlanRow[]> = { plan: [flat(plan)], goals: [], indicators: [], activities: [], assignments: [] };
  const visit = (goal: Written, under: Written): void => {
    const { goals = [], indicators = [], activities = [], assignments = [], ...own } = goal as Record<string, readonly Written[]>;
    const here = { under: own.id };
    rows.goals.push(flat({ ...own, ...under }));
    for (const item of indicators) rows.indicators.push(flat({ ...item, ...here }));
    for (const item of activities) rows.activities.push(flat({ ...item, ...here }));
    for (const item of assignments) rows.assignments.push(flat({ ...item, ...here }));
    for (const item of goals) visit(item, here);
  };
  for (const goal of goals as readonly Written[]) visit(goal, {});
  return rows;
}

/** Maps inside an item are columns of their own: `adopted.by`, `target.kind`. */
function flat(item: Written): PlanRow {
  const cells = Object.entries(item).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'members') return [[key, membersText(value as Readonly<Record<string, string>>)]];
    // In the sheet it is a number of percent.
    if (key === 'coverage') return [[key, parseFloat(value as string)]];
    const inner = key === 'target' ? spreadTarget(value) : key === 'benefit' && typeof value === 'string' ? { text: value } : value;
    if (inner === null || typeof inner !== 'object') return [[key, inner]];
    return Object.entries(inner).map(([name, part]): [string, unknown] => [`${key}.${name}`, part]);
  });
  return Object.fromEntries(cells.filter((cell): cell is [string, string | number] => cell[1] !== undefined));
}

const membersText = (members: Readonly<Record<string, string>>): string =>
  Object.entries(members)
    .map(([dimension, member]) => `${dimension}=${member}`)
    .join('; ');
