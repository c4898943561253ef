import type { Goal } from './plan.ts';

/** Every id in goals: their own, and of what stands in them. */
export const idsOf = (goals: readonly Goal[]): string[] =>
  goals.flatMap(goal => [
    goal.id,
    ...[...goal.indicators, ...goal.activities, ...goal.assignments].map(({ id }) => id),
    ...idsOf(goal.goals),
  ]);
