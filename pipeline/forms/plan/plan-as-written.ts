import type { Activity, Goal, Indicator, Limit, PlanVersion, Target } from '../../words/plan.ts';

/** What a plan's file says of one thing, by key; what is as it is where it is left out, is left out. */
export type Written = Readonly<Record<string, unknown>>;

/** A plan as its file would say it whole: what the reader makes the same plan of. */
export const planAsWritten = ({ plan, version, name, adopted, in_force, vision, goals }: PlanVersion): Written =>
  said({ plan, version, name, adopted: said({ ...adopted }), in_force: said({ ...in_force }), vision, goals: goals.map(goalAsWritten) });

const goalAsWritten = (goal: Goal): Written =>
  said({
    id: goal.id,
    name: goal.name,
    place: goal.place,
    rule: goal.rule,
    assessed_by: goal.assessed_by,
    cadence: goal.cadence,
    coverage: goal.coverage === 0.5 ? null : `${percentOf(goal.coverage)}%`,
    counts: unless('both', goal.counts),
    // Only `weighted` may say them.
    limits: goal.limits.met === 0.75 && goal.limits.partly === 0.4 ? null : { ...goal.limits },
    weight: unless(1, goal.weight),
    indicators: some(goal.indicators.map(indicatorAsWritten)),
    goals: some(goal.goals.map(goalAsWritten)),
    activities: some(goal.activities.map(activityAsWritten)),
    assignments: some(goal.assignments.map(assignment => said({ ...assignment }))),
  });

const indicatorAsWritten = (it: Indicator): Written =>
  said({
    ...it,
    members: Object.keys(it.members).length === 0 ? null : mapped(it.members, member => (member === '*' ? 'all' : member)),
    lag: unless(0, it.lag),
    max_age: unless(0, it.max_age),
    every: unless(1, it.every),
    target: targetAsWritten(it.target),
    late: unless('not-met', it.late),
    weight: unless(1, it.weight),
  });

const activityAsWritten = ({ id, name, responsible, by, cost, benefit, benefit_sek, benefit_from }: Activity): Written =>
  said({
    id,
    name,
    responsible,
    by,
    cost,
    benefit: benefit_sek === null ? benefit : said({ amount: `${benefit_sek} sek`, text: benefit, from: benefit_from }),
  });

function targetAsWritten(target: Target): unknown {
  switch (target.type) {
    case 'at-most':
      return said({ at_most: limitAsWritten(target.limit), partly: target.partly });
    case 'at-least':
      return said({ at_least: limitAsWritten(target.limit), partly: target.partly });
    case 'between':
      return said({ between: [target.low, target.high], partly: target.partly });
    case 'better-than-group':
      return { better_than_group: target.group, than: target.than, min_n: target.min_n };
    case 'better-than-last-year':
      return 'better_than_last_year';
    case 'milestone':
    case 'none':
      return target.type;
  }
}

const limitAsWritten = (limit: Limit): unknown => (limit.type === 'metric' ? `metric(${limit.id})` : limit.value);

/** A share as the percentage it was written as: 0.57, not 56.99999999999999 hundredths. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(15));

const unless = <T>(usual: T, value: T): T | null => (value === usual ? null : value);
const some = <T>(items: readonly T[]): readonly T[] | null => (items.length === 0 ? null : items);
const said = (it: Readonly<Record<string, unknown>>): Written =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== null && value !== undefined));
const mapped = <T>(it: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(it).map(([key, value]) => [key, change(value)]));
