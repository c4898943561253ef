import type { PublishedActivity, PublishedAssignment } from '../pipeline/contract/goals.ts';
import { goalsWithin, isWithin } from './place-tree.ts';
import type { PlacedGoal, SiteIndex } from './site-index.ts';

/** Something that is done or asked for, with its goal. */
export interface PlacedItem<T> {
  placed: PlacedGoal;
  item: T;
}

/** In plans in force: the activities of a place's goals, and the assignments to it; of the whole, those of its own goals, whomever they are to. */
export function actionsOf(
  index: SiteIndex,
  place: string,
): { activities: readonly PlacedItem<PublishedActivity>[]; assignments: readonly PlacedItem<PublishedAssignment>[] } {
  const running = index.goals.filter(({ plan }) => !plan.ended);
  const own = place === '*' ? running.filter(({ goal }) => goal.place === '*') : goalsWithin(index, place);
  const asked = place === '*' ? own : running;
  return {
    activities: own.flatMap(placed => placed.goal.activities.map(item => ({ placed, item }))),
    assignments: asked.flatMap(placed =>
      placed.goal.assignments
        .filter(({ to }) => place === '*' || isWithin(index, to ?? placed.goal.place, place))
        .map(item => ({ placed, item })),
    ),
  };
}
