import { texts } from './texts.ts';

/**
 * Turns the system's signals into one that code can wait for. The second time, the process ends at once; what it holds is released as
 * it exits.
 */
export function interruptedBy(signals: readonly NodeJS.Signals[], tell: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  for (const name of signals)
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(1);
      tell(texts.stopping(name));
      controller.abort(name);
    });
  return controller.signal;
}
