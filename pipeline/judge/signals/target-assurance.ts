import type { JudgedIndicator } from '../../contract/goals.ts';
import type { Grain } from '../../contract/period.ts';
import type { AssuranceFact, SignalSegment } from '../../contract/signals.ts';
import { assuranceOf } from '../../spc/assurance.ts';

/**
 * What usual variation means for a target that is a number, from the latest limits; in every month where there is a season.
 * Nothing for other targets, nor for a target of a longer period on a metric that grows through it. Which way is better is the
 * target's own: at most, or at least.
 */
export function targetAssurance(
  { plan, id, target, measures }: JudgedIndicator,
  { lpl, upl, season }: SignalSegment,
  finest: Grain,
  isGrowing: boolean,
): AssuranceFact[] {
  if ((target.type !== 'at-most' && target.type !== 'at-least') || target.limit === null || lpl === null || upl === null) return [];
  if (isGrowing && measures !== finest) return [];
  const limits = { lower: lpl + Math.min(...(season ?? [0])), upper: upl + Math.max(...(season ?? [0])) };
  const assurance = assuranceOf(target.limit, limits, target.type === 'at-most' ? 'decrease' : 'increase');
  return assurance === null ? [] : [{ indicator: `${plan}/${id}`, assurance }];
}
