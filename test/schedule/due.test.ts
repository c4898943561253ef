import { describe, expect, it } from 'vitest';
import { missedTime, nextDue } from '../../pipeline/schedule/due.ts';

const MUNICIPALITY = { schedule: { cron: '30 5 * * *', grace_hours: 6 }, time_zone: 'Europe/Stockholm', as_of: null };

describe('nextDue', () => {
  it('is the next cron time and the grace', () => {
    expect(nextDue(MUNICIPALITY, new Date('2026-11-21T05:00:00Z'))).toEqual(new Date('2026-11-22T10:30:00Z'));
  });

  it('is nothing without a schedule, and with a pinned as_of', () => {
    const now = new Date('2026-11-21T05:00:00Z');
    expect(nextDue({ ...MUNICIPALITY, schedule: null }, now)).toBeNull();
    expect(nextDue({ ...MUNICIPALITY, as_of: '2026-11-16' }, now)).toBeNull();
  });
});

describe('missedTime', () => {
  const schedule = { cron: '30 5 * * *', timeZone: 'Europe/Stockholm' };
  const now = new Date('2026-11-22T12:00:00Z');

  it('is the last cron time that no run has begun at or after', () => {
    expect(missedTime(schedule, new Date('2026-11-22T04:29:59Z'), now)).toEqual(new Date('2026-11-22T04:30:00Z'));
    expect(missedTime(schedule, new Date('2026-11-22T04:30:00Z'), now)).toBeNull();
  });

  it('is the last one alone, however many were missed, and when there has been no run', () => {
    expect(missedTime(schedule, new Date('2026-10-01T00:00:00Z'), now)).toEqual(new Date('2026-11-22T04:30:00Z'));
    expect(missedTime(schedule, null, now)).toEqual(new Date('2026-11-22T04:30:00Z'));
  });
});
