import { itemsIn } from './plan-items.ts';
import type { GoalAsWritten, PartsAsWritten, PlanAsWritten, RevisionAsWritten } from './plan-schema.ts';

/** A revision whose ids are all known; `changes` are the decoded fields of each changed item. */
export interface CheckedRevision {
  revision: RevisionAsWritten;
  changes: ReadonlyMap<string, object>;
}

/** The plan as it stands after a revision: changed, then removed from (with all that stands in it), then added to. */
export function applyRevision(plan: PlanAsWritten, { revision, changes }: CheckedRevision): PlanAsWritten {
  const removed = new Set(revision.remove ?? []);
  const kept = partsAfter(plan, changes, removed).goals ?? [];
  const goals = (revision.add ?? []).reduce(
    (goals, addition) =>
      addition.under === undefined ? [...goals, ...(addition.goals ?? [])] : goals.map(goal => addedTo(goal, addition.under!, addition)),
    kept,
  );
  return {
    plan: plan.plan,
    version: revision.version,
    name: revision.name ?? plan.name,
    adopted: revision.adopted,
    in_force: { from: revision.in_force.from, to: revision.in_force.to ?? plan.in_force.to },
    vision: revision.vision ?? plan.vision,
    goals,
  };
}

/** The ids that a revision changes, adds or removes, in that order; what stands in a removed or added goal is among them. */
export function idsTouched(plan: PlanAsWritten, { revision, changes }: CheckedRevision): string[] {
  const removed = itemsIn(plan).flatMap(entry =>
    revision.remove?.includes(entry.item.id)
      ? [entry.item.id, ...(entry.kind === 'goal' ? itemsIn(entry.item).map(({ item }) => item.id) : [])]
      : [],
  );
  const added = (revision.add ?? []).flatMap(addition => itemsIn(addition).map(({ item }) => item.id));
  return [...new Set([...changes.keys(), ...added, ...removed])];
}

function partsAfter(parts: PartsAsWritten, changes: ReadonlyMap<string, object>, removed: ReadonlySet<string>): PartsAsWritten {
  const after = <T extends { id: string }>(items: readonly T[] | undefined): T[] | undefined =>
    items?.filter(item => !removed.has(item.id)).map(item => ({ ...item, ...changes.get(item.id) }));
  return {
    indicators: after(parts.indicators),
    activities: after(parts.activities),
    assignments: after(parts.assignments),
    goals: after(parts.goals)?.map(goal => ({ ...goal, ...partsAfter(goal, changes, removed) })),
  };
}

function addedTo(goal: GoalAsWritten, under: string, parts: PartsAsWritten): GoalAsWritten {
  const goals = goal.goals?.map(inner => addedTo(inner, under, parts));
  if (goal.id !== under) return { ...goal, goals };
  return {
    ...goal,
    indicators: [...(goal.indicators ?? []), ...(parts.indicators ?? [])],
    goals: [...(goals ?? []), ...(parts.goals ?? [])],
    activities: [...(goal.activities ?? []), ...(parts.activities ?? [])],
    assignments: [...(goal.assignments ?? []), ...(parts.assignments ?? [])],
  };
}
