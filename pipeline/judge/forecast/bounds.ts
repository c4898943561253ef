import type { Bounds } from './extrapolate.ts';
import type { Forecastable, History } from './history.ts';

/**
 * What a figure can be. Money and indexes can be anything; nothing else goes below zero unless it has before, and no
 * percentage above a hundred.
 */
export function boundsOf({ unit }: Pick<Forecastable, 'unit'>, { parts }: Pick<History, 'parts'>): Bounds {
  const low = unit !== 'sek' && parts.every(part => part.value >= 0) ? 0 : -Infinity;
  const high = unit === 'percent' && parts.every(part => part.value <= 100) ? 100 : Infinity;
  return { low, high };
}
