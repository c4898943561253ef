import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronTimes } from '../../pipeline/schedule/cron-times.ts';
import { instantOf } from '../../pipeline/schedule/instant-of.ts';
import { wallTime } from '../../pipeline/words/wall-time.ts';

const STOCKHOLM = 'Europe/Stockholm';
const next = (cron: string, after: string): string => cronTimes(cron, STOCKHOLM).next(new Date(after)).toISOString();
const last = (cron: string, until: string): string => cronTimes(cron, STOCKHOLM).last(new Date(until)).toISOString();

describe('cronTimes', () => {
  it('is the time on the wall, summer and winter', () => {
    expect(next('30 5 * * *', '2026-07-01T12:00:00Z')).toBe('2026-07-02T03:30:00.000Z');
    expect(next('30 5 * * *', '2026-12-01T12:00:00Z')).toBe('2026-12-02T04:30:00.000Z');
  });

  it('is strictly after, and the last one includes the instant itself', () => {
    expect(next('30 5 * * *', '2026-07-02T03:30:00Z')).toBe('2026-07-03T03:30:00.000Z');
    expect(last('30 5 * * *', '2026-07-02T03:30:00Z')).toBe('2026-07-02T03:30:00.000Z');
    expect(last('30 5 * * *', '2026-07-02T03:29:59Z')).toBe('2026-07-01T03:30:00.000Z');
  });

  it('does not skip a time that the clock skips in spring', () => {
    expect(next('30 2 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next('30 2 * * *', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(last('30 2 * * *', '2026-03-29T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('counts a time that comes twice in autumn once, the first', () => {
    expect(next('30 2 * * *', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('30 2 * * *', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it("reads node-cron's own syntax: weekdays, the last of the month, a leap day", () => {
    expect(next('0 6 * * MON-FRI', '2026-10-16T12:00:00Z')).toBe('2026-10-19T04:00:00.000Z');
    expect(next('0 6 L * *', '2026-10-24T12:00:00Z')).toBe('2026-10-31T05:00:00.000Z');
    expect(next('0 0 29 2 *', '2026-10-24T12:00:00Z')).toBe('2028-02-28T23:00:00.000Z');
    expect(last('0 0 29 2 *', '2026-10-24T12:00:00Z')).toBe('2024-02-28T23:00:00.000Z');
  });

  it('says so where a time does not come for years: a fifth Monday in February', () => {
    expect(() => next('0 0 * 2 MON#5', '2026-01-01T00:00:00Z')).toThrow(/never comes/);
  });

  it('last and next are neighbours, whenever it is', () => {
    const cron = fc.constantFrom('30 5 * * *', '30 2 * * *', '*/20 1-3 * * *', '0 6 * * MON', '0 0 1 */3 *');
    const zone = fc.constantFrom(STOCKHOLM, 'Europe/London', 'America/St_Johns', 'Pacific/Apia', 'UTC');
    const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(cron, zone, instant, (expression, timeZone, now) => {
        const times = cronTimes(expression, timeZone);
        const [before, after] = [times.last(now), times.next(now)];
        expect(before <= now && now < after).toBe(true);
        expect(times.next(before)).toEqual(after);
        expect(times.last(new Date(after.getTime() - 1))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('wall-clock', () => {
  it('an instant and what the wall shows go both ways, except in the hour that comes twice', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, n => {
        const instant = new Date(Date.parse('2025-01-01T00:00:00Z') + n * 60_000);
        const shown = wallTime(instant, STOCKHOLM);
        const again = instantOf(shown, STOCKHOLM);
        expect(wallTime(again, STOCKHOLM)).toBe(shown);
        expect(instant.getTime() - again.getTime()).toBeOneOf([0, 3_600_000]);
      }),
    );
  });
});
