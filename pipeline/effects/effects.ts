import { setTimeout } from 'node:timers/promises';
import type { Log } from './log.ts';
import { silentLog } from './log.ts';

/** What touches the world, as a parameter, so that tests need no module mocks and no sleeps. Files are real everywhere. */
export interface Effects {
  /** The clock. */
  now(): Date;
  /** Waits, and no longer than until `ended` is aborted. */
  sleep(milliseconds: number, ended?: AbortSignal): Promise<void>;
  /** From 0 to 1, as Math.random: it spreads waits and decides no figure. */
  random(): number;
  /** Where progress goes; its step names are where tests stop, fail and kill a run. */
  log: Log;
  environment: Readonly<Record<string, string | undefined>>;
}

/** The real world, with a log that says nothing. */
export const realEffects = (log: Log = silentLog): Effects => ({
  now: () => new Date(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
  random: Math.random,
  log,
  environment: process.env,
});
