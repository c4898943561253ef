import type { ActivitySums, PublishedActivity } from '../contract/goals.ts';
import { exactSum } from './exact-sum.ts';

/** What activities cost and give together, exactly; null where none of them has an amount. */
export function activitySums(activities: readonly PublishedActivity[]): ActivitySums | null {
  const sum = (pick: (activity: PublishedActivity) => string | null): string | null => {
    const amounts = activities.flatMap(activity => pick(activity) ?? []);
    return amounts.length === 0 ? null : exactSum(amounts);
  };
  const withAmount = activities.filter(one => [one.cost_sek, one.benefit_sek, one.realised_sek].some(amount => amount !== null));
  if (withAmount.length === 0) return null;
  return {
    cost_sek: sum(activity => activity.cost_sek),
    benefit_sek: sum(activity => activity.benefit_sek),
    realised_sek: sum(activity => activity.realised_sek),
    with_amount: withAmount.length,
    activities: activities.length,
  };
}
