import { ExpectedError } from '../words/expected-error.ts';

/** The state folder could not be read or written. What was in it before is intact. */
export class StateError extends ExpectedError {
  override readonly name: string = 'StateError';
  constructor(file: string, what: string, cause?: unknown) {
    super(`${file}: ${what}${cause instanceof Error ? `: ${cause.message}` : ''}`, { cause });
  }
}
