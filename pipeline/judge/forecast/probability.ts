import type { Probability } from '../../contract/forecast.ts';
import type { Status } from '../../contract/status.ts';

/**
 * How probable it is that a target is reached: the share of the outcomes that past errors make as likely as each other
 * that would reach it, judged as they would be printed. Half an outcome is counted on either side, since what has not
 * happened in so many trials may still do so. Null where there are too few errors, or where an outcome cannot be judged.
 */
export function probabilityOf(outcomes: readonly number[], judge: (outcome: number) => Status): Probability | null {
  if (outcomes.length === 0) return null;
  const statuses = outcomes.map(judge);
  if (statuses.includes('not-assessable')) return null;
  const share = (of: readonly Status[]) => (statuses.filter(status => of.includes(status)).length + 0.5) / (statuses.length + 1);
  return { met: share(['met']), at_least_partly: share(['met', 'partly']) };
}
