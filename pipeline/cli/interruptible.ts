import type { Effects } from '../effects/effects.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { texts } from './texts.ts';

/** Effects whose next step, or wait, throws once the run is to end: no stage is cut in the middle of what it writes. */
export function interruptible(effects: Effects, interrupted: AbortSignal): Effects {
  const goOn = (): void => {
    if (interrupted.aborted) throw new ExpectedError(texts.stopped(String(interrupted.reason)));
  };
  return {
    ...effects,
    async sleep(milliseconds) {
      await effects.sleep(milliseconds, interrupted);
      goOn();
    },
    log: {
      step(name, detail) {
        goOn();
        effects.log.step(name, detail);
      },
    },
  };
}
