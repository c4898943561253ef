import { firstDay, lastDay, monthOf } from '../contract/period.ts';
import type { Day } from '../contract/period.ts';

/** The last day for which an extract received that day is kept: the same day so many months later, or that month's last. */
export function keptThrough(received: Day, months: number): Day {
  const month = monthOf(received) + months;
  const same = firstDay(month).slice(0, 8) + received.slice(8);
  return same > lastDay(month) ? lastDay(month) : same;
}
