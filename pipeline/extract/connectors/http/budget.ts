import type { Effects } from '../../../effects/effects.ts';
import type { FetchLimits } from '../../../words/connector.ts';
import { FetchError } from '../connector.ts';

/** An answer that has not come at this rate after a minute is taken for one that never ends. */
const LEAST_BYTES_A_SECOND = 500;
const GRACE = 60_000;

/** What is left of the limits of one fetch, all its requests together. Its methods throw FetchError when it is spent. */
export interface Budget {
  take(bytes: number): void;
  /** That there is time for a wait. */
  wait(milliseconds: number): void;
  /** A check, for one answer, of how fast it comes; told of each piece's length. */
  pace(): (bytes: number) => void;
}

export function budgetOf(limits: FetchLimits, now: Effects['now']): Budget {
  const deadline = now().getTime() + limits.milliseconds;
  let left = limits.bytes;
  const late = () => new FetchError('too-slow', `more than ${limits.milliseconds / 60_000} minutes in all`);
  return {
    take(bytes) {
      left -= bytes;
      if (left < 0) throw new FetchError('too-large', `more than ${limits.bytes / 1_000_000} MB`);
    },
    wait(milliseconds) {
      if (now().getTime() + milliseconds > deadline) throw late();
    },
    pace() {
      const started = now().getTime();
      let came = 0;
      return bytes => {
        came += bytes;
        const at = now().getTime();
        if (at > deadline) throw late();
        const took = at - started;
        if (took > GRACE && came < (took / 1000) * LEAST_BYTES_A_SECOND)
          throw new FetchError('too-slow', `less than ${LEAST_BYTES_A_SECOND} bytes a second`);
      };
    },
  };
}
