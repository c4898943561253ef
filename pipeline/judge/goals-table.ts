import type { JudgedGoal, JudgedIndicator, JudgedPlan, Verdict } from '../contract/goals.ts';

/** The columns of the goals table, in order. */
export const GOAL_COLUMNS = [
  'plan',
  'version',
  'kind',
  'id',
  'status',
  'rests_on',
  'period_start',
  'period_end',
  'value',
  'compared',
  'against',
  'n',
  'months',
  'reason',
] as const satisfies readonly (keyof GoalRow)[];

export type GoalRow = Verdict & { kind: 'goal' | 'indicator' };

/** Every goal and indicator as a flat row, by plan in the given order, then kind and id. */
export function goalRows(plans: readonly JudgedPlan[]): GoalRow[] {
  return plans.flatMap(plan => plan.goals.flatMap(rowsOf).sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id)));
}

const rowsOf = (goal: JudgedGoal): GoalRow[] => [rowOf(goal), ...goal.indicators.map(rowOf), ...goal.goals.flatMap(rowsOf)];

const rowOf = (judged: JudgedGoal | JudgedIndicator): GoalRow =>
  Object.fromEntries(GOAL_COLUMNS.map(column => [column, judged[column]])) as unknown as GoalRow;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
