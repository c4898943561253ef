import type { JudgedGoal, JudgedIndicator } from '../../contract/goals.ts';
import type { RenderInput } from '../../words/stages.ts';

/** A goal's or an indicator's status that a run would move; `–` where it was not there, or is not. */
export interface MovedStatus {
  plan: string;
  id: string;
  from: string;
  to: string;
}

type Part = JudgedGoal | JudgedIndicator;

export const movedStatuses = ({ earlier, judged }: RenderInput): MovedStatus[] =>
  movedOf(
    [earlier.before?.plans ?? [], judged.plans].map(plans => partsOf(plans.flatMap(plan => plan.goals))),
    part => `${part.status} (${part.rests_on ?? part.reason ?? ''})`,
  );

/** How many of its group an indicator is better than, where that moves. */
export const movedStandings = ({ earlier, judged }: RenderInput): MovedStatus[] =>
  movedOf(
    [earlier.before?.plans ?? [], judged.plans].map(plans => partsOf(plans.flatMap(plan => plan.goals))),
    part =>
      part.kind === 'indicator' && part.comparison !== null
        ? `better than ${part.comparison.better_than ?? '–'} of ${part.comparison.members.length}`
        : '–',
  );

const partsOf = (goals: readonly JudgedGoal[]): Part[] => goals.flatMap(goal => [goal, ...goal.indicators, ...partsOf(goal.goals)]);

/** What is told of each part, before and now, where the two differ. */
function movedOf([before, now]: readonly (readonly Part[])[], told: (part: Part) => string): MovedStatus[] {
  const [from, to] = [before!, now!].map(parts => new Map(parts.map(part => [`${part.plan}|${part.id}`, told(part)])));
  return [...new Set([...from!.keys(), ...to!.keys()])].flatMap(key => {
    const [plan, id] = key.split('|') as [string, string];
    const moved = { plan, id, from: from!.get(key) ?? '–', to: to!.get(key) ?? '–' };
    return moved.from === moved.to ? [] : [moved];
  });
}
