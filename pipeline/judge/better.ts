import type { Desired } from '../contract/status.ts';

/** Strictly better in the desired direction, both as printed; null where no direction is desired. */
export function isBetter(own: number, other: number, desired: Desired): boolean | null {
  if (desired === 'lower') return own < other;
  if (desired === 'higher') return own > other;
  return null;
}
