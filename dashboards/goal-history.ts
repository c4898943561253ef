import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../pipeline/contract/goals.ts';
import { formatMonthShort } from '../pipeline/contract/format-day.ts';
import { monthOf } from '../pipeline/contract/period.ts';
import type { SiteFollowUp, Standing } from '../pipeline/contract/site.ts';
import { paths } from './paths.ts';
import type { PlacedGoal, SiteIndex } from './site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';

/** One time that a goal and its indicators were judged: a follow-up, a plan's end, or now. */
export interface Occasion {
  type: 'follow-up' | 'end' | 'now';
  /** `aug 2026`, `2025` or `nu`. */
  label: string;
  /** The follow-up or the plan. */
  name: string;
  /** The goal's page in another plan; null where that is not another page. */
  page: string | null;
  goal: Standing | null;
  /** By the id of the goal's own indicators. `judged` is the indicator of that plan itself, with its figure; a follow-up has the status alone. */
  indicators: ReadonlyMap<string, Standing & { judged: JudgedIndicator | null }>;
}

/**
 * A goal over the years, earliest first: in each plan that has it (the same id at the same place) or an indicator of its own (the same id,
 * else the same metric and cell), at the follow-ups of that plan and at its end or now.
 */
export function goalHistory(index: SiteIndex, placed: PlacedGoal): Occasion[] {
  const own = placed.plan;
  // Of two plans that both run, neither is the other's history.
  return index.site.plans
    .filter(plan => plan === own || plan.ended || own.ended)
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
    .flatMap(plan => occasionsOf(index, placed, plan));
}

const endOf = ({ in_force }: JudgedPlan): string => in_force.to ?? '9999';

function occasionsOf(index: SiteIndex, { plan: own, goal }: PlacedGoal, plan: JudgedPlan): Occasion[] {
  const same = plan === own ? goal : sameGoal(index, plan, goal);
  const pairs = goal.indicators.flatMap(indicator => {
    const then = plan === own ? indicator : sameIndicator(index, plan, goal, indicator);
    return then === null ? [] : [{ id: indicator.id, then }];
  });
  if (same === null && pairs.length === 0) return [];
  const followUps = [...index.site.follow_ups].reverse().flatMap(followUp => followUpOf(followUp, plan, same, pairs) ?? []);
  return [
    ...followUps,
    {
      type: plan.ended ? 'end' : 'now',
      label: plan.ended ? yearsOf(plan) : t.now,
      name: plan.name,
      page: same === null || plan === own ? null : paths.goal(plan.plan, same.id),
      goal: same,
      indicators: new Map(pairs.map(({ id, then }) => [id, { status: then.status, rests_on: then.rests_on, judged: then }])),
    },
  ];
}

type Pair = { id: string; then: JudgedIndicator };

/** A plan's follow-ups are those about time that it was in force. */
function followUpOf(followUp: SiteFollowUp, plan: JudgedPlan, goal: JudgedGoal | null, pairs: readonly Pair[]): Occasion | null {
  if (followUp.through > endOf(plan)) return null;
  const standing = goal === null ? null : (followUp.goals[`${plan.plan}/${goal.id}`] ?? null);
  const indicators = pairs.flatMap(({ id, then }) => {
    const found = followUp.indicators[`${plan.plan}/${then.id}`];
    return found === undefined ? [] : [[id, { ...found, judged: null }] as const];
  });
  if (standing === null && indicators.length === 0) return null;
  return {
    type: 'follow-up',
    label: formatMonthShort(monthOf(followUp.through)),
    name: followUp.name,
    page: null,
    goal: standing,
    indicators: new Map(indicators),
  };
}

const sameGoal = (index: SiteIndex, plan: JudgedPlan, { id, place }: JudgedGoal): JudgedGoal | null =>
  index.goals.find(other => other.plan === plan && other.goal.id === id && other.goal.place === place)?.goal ?? null;

function sameIndicator(index: SiteIndex, plan: JudgedPlan, goal: JudgedGoal, indicator: JudgedIndicator): JudgedIndicator | null {
  const others = index.indicators.filter(other => other.plan === plan && other.goal.place === goal.place).map(other => other.indicator);
  const isSameCell = (other: JudgedIndicator) =>
    indicator.metric !== null &&
    other.metric === indicator.metric &&
    other.place === indicator.place &&
    JSON.stringify(other.members) === JSON.stringify(indicator.members);
  return others.find(({ id }) => id === indicator.id) ?? others.find(isSameCell) ?? null;
}

/** `2025`, or `2012–2020` for a plan of several years. */
function yearsOf({ in_force: { from, to } }: JudgedPlan): string {
  const [first, last] = [from.slice(0, 4), (to ?? from).slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
