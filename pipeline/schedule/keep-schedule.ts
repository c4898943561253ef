import { schedule as atCronTimes } from 'node-cron';
import { LockHeldError } from '../state/lock.ts';
import { cronTimes } from './cron-times.ts';
import { missedTime } from './due.ts';

/** When editions are made, in the municipality's time zone. */
export interface ScheduleSettings {
  cron: string;
  timeZone: string;
}

/** Wakes the schedule from time to time, until it is stopped. When a run is due is never the alarm's to say. */
export type Alarm = (ring: () => void) => { stop(): void };

export interface ScheduleParts {
  settings(): Promise<ScheduleSettings>;
  /** When the last run of the ledger began; null when there has been none. */
  lastStarted(): Promise<Date | null>;
  /** One run, start to end. What it throws is told and never ends the schedule. */
  run(): Promise<void>;
  now(): Date;
  alarm: Alarm;
  /** One plain line. */
  tell(line: string): void;
  /** Aborted when the schedule is to end; the run under way is waited for. */
  signal: AbortSignal;
}

/** Every minute, so that a machine that slept, a clock that was set and a run elsewhere are noticed within one. */
export const everyMinute: Alarm = ring => {
  const silent = { info() {}, warn() {}, error() {}, debug() {} };
  const task = atCronTimes('* * * * *', ring, { timezone: 'Etc/UTC', noOverlap: true, suppressMissedWarning: true, logger: silent });
  return { stop: () => void task.destroy() };
};

/**
 * Runs whenever a cron time has passed that no run has begun at or after, by the ledger: also one that passed while the machine slept
 * or the process was away, and then once, however many passed. Ends when the signal says so and the run under way has ended.
 */
export async function keepSchedule(parts: ScheduleParts): Promise<void> {
  const { now, tell, signal } = parts;
  let settings = await parts.settings();
  let attempted: Date | null = null;
  let waitsFor: string | null = null;
  let busy: Promise<void> | null = null;

  const runIfDue = async (): Promise<void> => {
    const missed = missedTime(settings, latest(await parts.lastStarted(), attempted), now());
    if (missed === null || signal.aborted) return;
    const started = now();
    tell(`run for ${missed.toISOString()}`);
    try {
      await parts.run();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof LockHeldError) {
        // The other run began before this time: it does not count for it. Tried again at the next alarm, told once.
        if (waitsFor !== message) tell(message);
        waitsFor = message;
        return;
      }
      tell(`the run failed, what readers see is as it was: ${message}`);
    }
    attempted = started;
    settings = await parts.settings().catch((error: unknown) => {
      tell(`the schedule is kept as it was: ${error instanceof Error ? error.message : String(error)}`);
      return settings;
    });
    tellNext();
  };
  const ring = (): void => {
    busy ??= runIfDue()
      .catch((error: unknown) => tell(`the schedule cannot tell what is due: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => (busy = null));
  };
  const tellNext = (): void =>
    tell(`next run ${cronTimes(settings.cron, settings.timeZone).next(now()).toISOString()} (${settings.cron}, ${settings.timeZone})`);

  tellNext();
  const alarm = parts.alarm(ring);
  ring();
  await aborted(signal);
  alarm.stop();
  await busy;
}

const latest = (a: Date | null, b: Date | null): Date | null => (a === null ? b : b === null || a > b ? a : b);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
