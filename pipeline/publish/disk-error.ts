import { ExpectedError } from '../words/expected-error.ts';

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file is larger than this user may write',
  EROFS: 'the disk is read-only',
  EACCES: 'the folder may not be written to',
};

/** An error of the disk as a sentence for whoever runs the pipeline; any other error as it is. `what`: what did not happen. */
export function diskError(error: unknown, what: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const why = DISK[String(error.code)];
  if (why === undefined) return error;
  return new ExpectedError(`${what}, readers see the edition before: ${why} (${error.message})`, { cause: error });
}
