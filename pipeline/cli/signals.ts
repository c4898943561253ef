import { texts } from './texts.ts';

/** Within this a signal that comes again is the same one: at Ctrl-C the terminal signals npm and this process, and npm passes it on. */
const SAME_MS = 1000;

interface Surroundings {
  now(): Date;
  tell(line: string): void;
  /** Ends the process at once; what it holds is released as it exits. */
  exit(code: number): void;
}

/** Turns the system's signals into one that code can wait for. Who asks again, a second or more later, ends the process at once. */
export function createInterruption({ now, tell, exit }: Surroundings): { signal: AbortSignal; receive(name: string): void } {
  const controller = new AbortController();
  let first = 0;
  return {
    signal: controller.signal,
    receive(name) {
      const at = now().getTime();
      if (!controller.signal.aborted) {
        first = at;
        tell(texts.stopping(name));
        controller.abort(name);
      } else if (at - first >= SAME_MS) exit(1);
    },
  };
}
