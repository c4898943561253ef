import type { ActivityAsWritten, AssignmentAsWritten, GoalAsWritten, IndicatorAsWritten, PartsAsWritten } from './plan-schema.ts';
import type { Path } from './read-yaml.ts';

/** One thing of a plan that has an id, and where it stands. */
export type PlanItem = { path: Path } & (
  | { kind: 'goal'; item: GoalAsWritten }
  | { kind: 'indicator'; item: IndicatorAsWritten }
  | { kind: 'activity'; item: ActivityAsWritten }
  | { kind: 'assignment'; item: AssignmentAsWritten }
);

/** Everything with an id in goals and in what stands in them, outermost first. */
export function itemsIn(parts: PartsAsWritten, path: Path = []): PlanItem[] {
  return [
    ...(parts.indicators ?? []).map((item, i): PlanItem => ({ kind: 'indicator', item, path: [...path, 'indicators', i] })),
    ...(parts.activities ?? []).map((item, i): PlanItem => ({ kind: 'activity', item, path: [...path, 'activities', i] })),
    ...(parts.assignments ?? []).map((item, i): PlanItem => ({ kind: 'assignment', item, path: [...path, 'assignments', i] })),
    ...(parts.goals ?? []).flatMap((item, i): PlanItem[] => {
      const here = [...path, 'goals', i];
      return [{ kind: 'goal', item, path: here }, ...itemsIn(item, here)];
    }),
  ];
}
