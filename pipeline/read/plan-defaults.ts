import type { Activity, Decision, Goal, Indicator, PlanVersion } from '../words/plan.ts';
import { benefitParts, kronorOf } from './kronor.ts';
import type { ActivityAsWritten, GoalAsWritten, IndicatorAsWritten, PlanAsWritten } from './plan-schema.ts';

/** A plan as it stands, defaults filled in. */
export const declarePlan = (
  plan: PlanAsWritten,
  file: string,
  revised: { changed: readonly string[]; decided: Readonly<Record<string, Decision>> },
): PlanVersion => ({
  plan: plan.plan,
  version: plan.version,
  name: plan.name,
  adopted: plan.adopted,
  in_force: { from: plan.in_force.from, to: plan.in_force.to ?? null },
  vision: plan.vision ?? null,
  goals: plan.goals.map(declareGoal),
  changed: revised.changed,
  decided: revised.decided,
  file,
});

const declareGoal = (goal: GoalAsWritten): Goal => ({
  id: goal.id,
  name: goal.name,
  place: goal.place ?? null,
  rule: goal.rule ?? null,
  assessed_by: goal.assessed_by ?? null,
  cadence: goal.cadence ?? null,
  coverage: goal.coverage ?? 0.5,
  counts: goal.counts ?? 'both',
  limits: goal.limits ?? { met: 0.75, partly: 0.4 },
  weight: goal.weight ?? 1,
  indicators: (goal.indicators ?? []).map(declareIndicator),
  goals: (goal.goals ?? []).map(declareGoal),
  activities: (goal.activities ?? []).map(declareActivity),
  assignments: (goal.assignments ?? []).map(assignment => ({
    id: assignment.id,
    name: assignment.name,
    to: assignment.to ?? null,
    by: assignment.by ?? null,
    text: assignment.text ?? null,
  })),
});

function declareActivity(activity: ActivityAsWritten): Activity {
  const { amount, text, from } = benefitParts(activity.benefit);
  return {
    id: activity.id,
    name: activity.name,
    responsible: activity.responsible ?? null,
    by: activity.by ?? null,
    cost: activity.cost ?? null,
    cost_sek: kronorOf(activity.cost),
    benefit: text ?? null,
    benefit_sek: kronorOf(amount),
    benefit_from: from ?? null,
  };
}

export const declareIndicator = (indicator: IndicatorAsWritten): Indicator => ({
  id: indicator.id,
  name: indicator.name ?? null,
  metric: indicator.metric ?? null,
  members: indicator.members ?? {},
  measures: indicator.measures ?? null,
  lag: indicator.lag ?? 0,
  max_age: indicator.max_age ?? 0,
  every: indicator.every ?? 1,
  by: indicator.by,
  target: indicator.target,
  late: indicator.late ?? 'not-met',
  weight: indicator.weight ?? 1,
});
