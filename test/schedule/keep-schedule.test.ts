import { describe, expect, it } from 'vitest';
import type { ScheduleParts } from '../../pipeline/schedule/keep-schedule.ts';
import { everyMinute, keepSchedule } from '../../pipeline/schedule/keep-schedule.ts';
import { LockHeldError } from '../../pipeline/state/lock.ts';

/** A schedule with a clock that the test sets, an alarm that the test rings, and a ledger in memory. */
function scheduled(start: string, lastStarted: string | null, change: Partial<ScheduleParts> = {}) {
  const controller = new AbortController();
  const world = { now: new Date(start), started: [] as string[], told: [] as string[], stopped: false };
  let ledger = lastStarted === null ? null : new Date(lastStarted);
  let ring: () => void = () => undefined;
  const parts: ScheduleParts = {
    settings: () => Promise.resolve({ cron: '30 5 * * *', timeZone: 'Europe/Stockholm' }),
    lastStarted: () => Promise.resolve(ledger),
    run: () => {
      world.started.push(world.now.toISOString());
      ledger = world.now;
      return Promise.resolve();
    },
    now: () => world.now,
    alarm: ringing => {
      ring = ringing;
      return { stop: () => (world.stopped = true) };
    },
    tell: line => world.told.push(line),
    signal: controller.signal,
    ...change,
  };
  const ended = keepSchedule(parts);
  const at = async (instant: string): Promise<void> => {
    world.now = new Date(instant);
    ring();
    await settled();
  };
  const stop = async (): Promise<void> => {
    controller.abort('SIGTERM');
    await ended;
  };
  return { world, at, stop, ended, controller };
}

/** Lets everything that waits for nothing but promises come to its end. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('keepSchedule', () => {
  it('runs once at each cron time, and not in between', async () => {
    const { world, at, stop } = scheduled('2026-11-22T03:00:00Z', '2026-11-21T04:30:01Z');
    await settled();
    for (const minute of ['04:29', '04:30', '04:31', '12:00']) await at(`2026-11-22T${minute}:00Z`);
    await at('2026-11-23T04:30:20Z');
    expect(world.started).toEqual(['2026-11-22T04:30:00.000Z', '2026-11-23T04:30:20.000Z']);
    await stop();
    expect(world.stopped).toBe(true);
  });

  it('runs at once for a time that passed while the machine slept, and once only', async () => {
    const { world, at, stop } = scheduled('2026-11-22T12:00:00Z', '2026-11-15T04:30:00Z');
    await settled();
    await at('2026-11-22T12:01:00Z');
    expect(world.started).toEqual(['2026-11-22T12:00:00.000Z']);
    await stop();
  });

  it('runs at once where there has been no run', async () => {
    const { world, stop } = scheduled('2026-11-22T12:00:00Z', null);
    await settled();
    expect(world.started).toHaveLength(1);
    await stop();
  });

  it('runs at 02:30 on the night when the clock skips it', async () => {
    const settings = () => Promise.resolve({ cron: '30 2 * * *', timeZone: 'Europe/Stockholm' });
    const { world, at, stop } = scheduled('2026-03-28T12:00:00Z', '2026-03-28T01:30:00Z', { settings });
    await settled();
    await at('2026-03-29T01:30:00Z');
    expect(world.started).toEqual(['2026-03-29T01:30:00.000Z']);
    await stop();
  });

  it('goes on after a run that failed, without trying again before the next time', async () => {
    let runs = 0;
    const run = () => Promise.reject(new Error(`disk ${(runs += 1)}`));
    const { world, at, stop } = scheduled('2026-11-22T04:30:00Z', '2026-11-21T04:30:00Z', { run });
    await settled();
    await at('2026-11-22T04:31:00Z');
    expect(runs).toBe(1);
    expect(world.told).toContain('the run failed, what readers see is as it was: disk 1');
    await at('2026-11-23T04:30:00Z');
    expect(runs).toBe(2);
    await stop();
  });

  it('waits for a run elsewhere, tells of it once, and then runs', async () => {
    const results = [new LockHeldError('held by 42'), new LockHeldError('held by 42'), null];
    let runs = 0;
    const run = () => {
      const failure = results[runs];
      runs += 1;
      return failure ? Promise.reject(failure) : Promise.resolve();
    };
    const { world, at, stop } = scheduled('2026-11-22T04:30:00Z', '2026-11-21T04:30:00Z', { run });
    await settled();
    await at('2026-11-22T04:31:00Z');
    await at('2026-11-22T04:32:00Z');
    await at('2026-11-22T04:33:00Z');
    expect(runs).toBe(3);
    expect(world.told.filter(line => line === 'held by 42')).toHaveLength(1);
    await stop();
  });

  it('never begins a run while one is going on, and ends when that has ended', async () => {
    let end: () => void = () => undefined;
    let runs = 0;
    const run = () => new Promise<void>(resolve => ((end = resolve), (runs += 1)));
    const { at, ended, controller } = scheduled('2026-11-22T04:30:00Z', null, { run });
    await settled();
    await at('2026-11-23T04:30:00Z');
    expect(runs).toBe(1);
    controller.abort('SIGTERM');
    await settled();
    let over = false;
    void ended.then(() => (over = true));
    await settled();
    expect(over).toBe(false);
    end();
    await ended;
    expect(runs).toBe(1);
  });

  it('keeps the schedule it has while the project cannot be read', async () => {
    let broken = false;
    const settings = () =>
      broken ? Promise.reject(new Error('malbild.yaml:3: x')) : Promise.resolve({ cron: '30 5 * * *', timeZone: 'Europe/Stockholm' });
    const { world, at, stop } = scheduled('2026-11-22T03:00:00Z', '2026-11-21T04:30:00Z', { settings });
    await settled();
    broken = true;
    await at('2026-11-22T04:30:00Z');
    await at('2026-11-23T04:30:00Z');
    expect(world.started).toHaveLength(2);
    expect(world.told).toContain('the schedule is kept as it was: malbild.yaml:3: x');
    await stop();
  });
});

it('everyMinute waits until it is stopped, and then lets the process end', () => {
  const timers = () => process.getActiveResourcesInfo().filter(name => name === 'Timeout').length;
  const before = timers();
  const alarm = everyMinute(() => undefined);
  expect(timers()).toBe(before + 1);
  alarm.stop();
  expect(timers()).toBe(before);
});
