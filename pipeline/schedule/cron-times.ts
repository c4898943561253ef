import { createTask, parse } from 'node-cron';
import { wallTime } from '../words/wall-time.ts';
import type { WallTime } from '../words/wall-time.ts';
import { instantOf } from './instant-of.ts';

const DAY = 86_400_000;
/** Long enough to find the next 29 February, over a century that has none. */
const FURTHEST_DAYS = 8 * 366;

/** When a cron expression says, in one time zone: `30 5 * * *` is 05:30 on the wall there. */
export interface CronTimes {
  /** The first time after an instant. */
  next(after: Date): Date;
  /** The last time at or before an instant. */
  last(until: Date): Date;
}

/**
 * Every time the wall clock shows what the expression says counts once, whatever daylight saving does: node-cron's own
 * search leaves out a time that the clock skips in spring. Its matching is used for the syntax.
 */
export function cronTimes(cron: string, timeZone: string): CronTimes {
  const { hour, minute, second } = parse(cron);
  const inUtc = createTask(cron, () => undefined, { timezone: 'Etc/UTC' });
  void inUtc.destroy();
  const times = hour.flatMap(h => minute.flatMap(m => second.map(s => ((h * 60 + m) * 60 + s) * 1000))).sort((a, b) => a - b);
  const first = times[0] ?? 0;

  const onDay = (day: WallTime): Date[] =>
    inUtc.match(new Date(day + first)) ? times.map(time => instantOf(day + time, timeZone)).sort((a, b) => a.getTime() - b.getTime()) : [];
  const search = (from: Date, step: 1 | -1, fits: (time: Date) => boolean): Date => {
    const today = Math.floor(wallTime(from, timeZone) / DAY) * DAY;
    // From the day on the other side, since a skipped time belongs to the day it was meant for.
    for (let i = -1; i < FURTHEST_DAYS; i += 1) {
      const found = onDay(today + step * i * DAY).filter(fits);
      const best = step === 1 ? found[0] : found.at(-1);
      if (best) return best;
    }
    throw new RangeError(`the cron expression ${cron} never comes`);
  };
  return {
    next: after => search(after, 1, time => time > after),
    last: until => search(until, -1, time => time <= until),
  };
}
