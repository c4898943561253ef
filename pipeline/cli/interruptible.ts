import type { Effects } from '../effects/effects.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { texts } from './texts.ts';

/** Effects whose next step throws once the run is to end: no stage is cut in the middle of what it writes. */
export function interruptible(effects: Effects, interrupted: AbortSignal): Effects {
  return {
    ...effects,
    log: {
      step(name, detail) {
        if (interrupted.aborted) throw new ExpectedError(texts.stopped(String(interrupted.reason)));
        effects.log.step(name, detail);
      },
    },
  };
}
