import { FetchError } from '../connector.ts';

export interface Deadline {
  /** What an error was: `too-slow` where the connection was cut because its time was up, else as `faultOf` says. */
  faultOf(error: unknown): FetchError;
  end(): void;
}

/** Cuts a connection when its time has passed, whatever it waits for: then everything that waits for it fails. */
export function startDeadline(milliseconds: number, cut: () => void, faultOf: (error: unknown) => FetchError): Deadline {
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    cut();
  }, milliseconds);
  return {
    faultOf(error) {
      if (error instanceof FetchError) return error;
      return passed ? new FetchError('too-slow', `more than ${milliseconds / 1000} s`, { cause: error }) : faultOf(error);
    },
    end: () => clearTimeout(timer),
  };
}
