import { wallTime } from '../words/wall-time.ts';
import type { WallTime } from '../words/wall-time.ts';

/**
 * The instant at which the wall clock shows a time. A time that the clock skips in spring is as long after the jump as it would have been
 * after what comes before it (02:30 is 03:30); one that comes twice in autumn is the first.
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const offsetAt = (instant: number): number => wallTime(new Date(instant), timeZone) - Math.floor(instant / 1000) * 1000;
  // The offsets a day before and after hold every offset that can apply.
  const offsets = [...new Set([offsetAt(wall - 86_400_000), offsetAt(wall + 86_400_000)])];
  const instants = offsets.map(offset => wall - offset).filter(instant => wallTime(new Date(instant), timeZone) === wall);
  return new Date(instants.length > 0 ? Math.min(...instants) : wall - offsetAt(wall - 86_400_000));
}
