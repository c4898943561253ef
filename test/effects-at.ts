import type { Effects } from '../pipeline/effects/effects.ts';
import { silentLog } from '../pipeline/effects/log.ts';

/** A world where the clock stands still, waits take no time and chance is always one half. */
export const effectsAt = (now: Date): Effects => ({
  now: () => now,
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  log: silentLog,
  environment: {},
});
