import * as z from 'zod';
import { problemText } from '../messages/problems.ts';
import type { Decision } from '../words/plan.ts';
import { goalProblems, indicatorProblems } from './check-plan-items.ts';
import { issue } from './issue.ts';
import { dimensionIds, type KnownNames } from './known-names.ts';
import { benefit, sek } from './kronor.ts';
import { targetSchema } from './target-schema.ts';
import { day, distinct, grain, id, link, list, localText, map, nameOf, number, oneOf, percent, strict, text, whole } from './values.ts';
import * as keys from '../messages/keys/plan-keys.ts';
import { hints } from './schema-hints.ts';

const weight = number('a number above 0', value => value > 0);
const share = number('a number from 0 to 1', value => value >= 0 && value <= 1);
const limits = strict({ met: share, partly: share })
  .register(hints, { keys: keys.limitsKeys })
  .superRefine((it, ctx) => {
    if (it.partly > it.met)
      ctx.addIssue(issue(problemText('partly-side', String(it.partly), `at most ${it.met}, which is met`), ['partly']));
  });

const decision: z.ZodType<Decision> = strict({
  by: text,
  date: day,
  paragraph: text,
  case: text.optional(),
  link: link.optional(),
})
  .register(hints, { keys: keys.decisionKeys })
  .transform(it => ({
    ...it,
    case: it.case ?? null,
    link: it.link ?? null,
  }));
const inForce = strict({ from: day, to: day.optional() })
  .register(hints, { keys: keys.inForceKeys })
  .superRefine((it, ctx) => {
    if (it.to !== undefined && it.to < it.from) ctx.addIssue(issue(problemText('wrong-value', it.to, `a day from ${it.from} on`), ['to']));
  });

const activityFields = {
  name: localText,
  responsible: text.optional(),
  by: day.optional(),
  cost: sek.optional(),
  benefit: benefit.optional(),
};
const assignmentFields = { name: localText, to: id.optional(), by: day.optional(), text: localText.optional() };

export const indicatorFields = (known: KnownNames) => ({
  name: localText.optional(),
  metric: id.optional(),
  members: map(
    id.transform(member => (member === 'all' ? '*' : member)),
    nameOf('dimension', dimensionIds(known)),
  ).optional(),
  measures: grain.optional(),
  lag: whole(0).optional(),
  max_age: whole(0).optional(),
  every: whole(2).optional(),
  by: day,
  target: targetSchema(known.groups),
  late: oneOf(['partly', 'not-met']).optional(),
  weight: weight.optional(),
});

const goalFields = (known: KnownNames) => ({
  name: localText,
  place: id
    .superRefine((_, ctx) => {
      if (known.dimensions !== null && known.place === null)
        ctx.addIssue(issue(problemText('not-with', 'place', 'malbild.yaml declares no `place`')));
    })
    .optional(),
  rule: oneOf(['all', 'majority', 'worst', 'weighted', 'assessed']).optional(),
  assessed_by: text.optional(),
  cadence: grain.optional(),
  coverage: percent.optional(),
  counts: oneOf(['indicators', 'goals', 'both']).optional(),
  limits: limits.optional(),
  weight: weight.optional(),
});

export type ActivityAsWritten = z.infer<z.ZodObject<typeof activityFields>> & { id: string };
export type AssignmentAsWritten = z.infer<z.ZodObject<typeof assignmentFields>> & { id: string };
export type IndicatorAsWritten = z.infer<z.ZodObject<ReturnType<typeof indicatorFields>>> & { id: string };
/** What can stand in a goal. */
export interface PartsAsWritten {
  indicators?: IndicatorAsWritten[] | undefined;
  goals?: GoalAsWritten[] | undefined;
  activities?: ActivityAsWritten[] | undefined;
  assignments?: AssignmentAsWritten[] | undefined;
}
export type GoalAsWritten = z.infer<z.ZodObject<ReturnType<typeof goalFields>>> & PartsAsWritten & { id: string };

/** A plan's files, and the fields of its items that a revision can change. Defaults are not filled in. */
export function planSchemas(known: KnownNames) {
  const indicator = strict({ id, ...indicatorFields(known) })
    .register(hints, { keys: keys.indicatorKeys })
    .superRefine((it, ctx) => {
      for (const [key, problem] of indicatorProblems(it)) ctx.addIssue(issue(problem, key in it ? [key] : []));
    });
  const parts = {
    indicators: list(indicator).optional(),
    goals: z.lazy((): z.ZodType<GoalAsWritten[]> => list(goal)).optional(),
    activities: list(strict({ id, ...activityFields }).register(hints, { keys: keys.activityKeys })).optional(),
    assignments: list(strict({ id, ...assignmentFields }).register(hints, { keys: keys.assignmentKeys })).optional(),
  };
  const goal: z.ZodType<GoalAsWritten> = strict({ id, ...goalFields(known), ...parts })
    .register(hints, { keys: keys.goalKeys })
    .superRefine((it, ctx) => {
      for (const [key, problem] of goalProblems(it)) ctx.addIssue(issue(problem, key in it ? [key] : []));
    });
  const addition = strict({ under: id.optional(), ...parts })
    .register(hints, { keys: keys.additionKeys })
    .superRefine((it, ctx) => {
      const loose = (['indicators', 'activities', 'assignments'] as const).find(key => it[key] !== undefined);
      if (it.under === undefined && loose)
        ctx.addIssue(issue(problemText('needs-key', 'under', 'only goals stand directly in a plan'), [loose]));
    });
  const version = { plan: id, version: whole(1), adopted: decision, in_force: inForce };
  return {
    whole: strict({ ...version, name: localText, vision: localText.optional(), goals: list(goal) }).register(hints, {
      keys: keys.planKeys,
    }),
    revision: strict({
      ...version,
      amends: whole(1),
      name: localText.optional(),
      vision: localText.optional(),
      change: map(z.unknown(), id).optional(),
      add: z
        .union([addition.transform(one => [one]), list(addition)], {
          error: 'a map with under, goals, indicators, activities, assignments; or a list of them',
        })
        .optional(),
      remove: distinct(id).optional(),
    }).register(hints, { keys: keys.planKeys }),
    changes: {
      goal: strict(goalFields(known)).partial().register(hints, { keys: keys.goalKeys }),
      indicator: strict(indicatorFields(known)).partial().register(hints, { keys: keys.indicatorKeys }),
      activity: strict(activityFields).partial().register(hints, { keys: keys.activityKeys }),
      assignment: strict(assignmentFields).partial().register(hints, { keys: keys.assignmentKeys }),
    },
  };
}

export type PlanSchemas = ReturnType<typeof planSchemas>;
export type PlanAsWritten = z.infer<PlanSchemas['whole']>;
export type RevisionAsWritten = z.infer<PlanSchemas['revision']>;
