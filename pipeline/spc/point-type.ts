import type { PointType, SpecialCause } from '../contract/signals.ts';

/** Which way is better; `neutral` where neither is. */
export const DIRECTIONS = ['increase', 'decrease', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a special cause means: high or rising is improvement where an increase is desired, concern where a decrease is. */
export function pointType(cause: SpecialCause, direction: Direction): PointType {
  if (cause === 'Common Cause') return 'common_cause';
  const isHigh = cause.includes('Above') || cause.includes('Increasing');
  if (direction === 'neutral') return isHigh ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return isHigh === (direction === 'increase') ? 'special_cause_improvement' : 'special_cause_concern';
}
