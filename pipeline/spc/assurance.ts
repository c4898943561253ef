import type { Assurance } from '../contract/signals.ts';
import type { Direction } from './point-type.ts';

/**
 * What usual variation, between the limits, means for a target. A target that equals a limit is hit and missed, and so is one
 * beside limits that cannot be computed (NaN), as in the reference. Null where no direction is desired.
 */
export function assuranceOf(target: number, { lower, upper }: { lower: number; upper: number }, direction: Direction): Assurance | null {
  if (direction === 'neutral') return null;
  if (target > upper) return direction === 'increase' ? 'consistent_fail' : 'consistent_pass';
  if (target < lower) return direction === 'increase' ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
