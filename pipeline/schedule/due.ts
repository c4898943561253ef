import type { Municipality } from '../words/project.ts';
import { cronTimes } from './cron-times.ts';

/**
 * When the next edition is due after a run that ended well at `now`: the next cron time and the grace. Null without a schedule and with
 * a pinned `as_of`, where nothing is ever due.
 */
export function nextDue(municipality: Pick<Municipality, 'schedule' | 'time_zone' | 'as_of'>, now: Date): Date | null {
  const { schedule, time_zone, as_of } = municipality;
  if (schedule === null || as_of !== null) return null;
  return new Date(cronTimes(schedule.cron, time_zone).next(now).getTime() + schedule.grace_hours * 3_600_000);
}

/** The cron time that no run has begun at or after; null when a run has. `lastStarted` is null when there has been no run. */
export function missedTime(schedule: { cron: string; timeZone: string }, lastStarted: Date | null, now: Date): Date | null {
  const time = cronTimes(schedule.cron, schedule.timeZone).last(now);
  return lastStarted === null || lastStarted < time ? time : null;
}
