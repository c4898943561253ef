import { ExpectedError } from '../words/expected-error.ts';

/** The command line was not understood: exit 2. */
export class UsageError extends ExpectedError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}
