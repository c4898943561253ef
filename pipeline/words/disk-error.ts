import { ExpectedError } from './expected-error.ts';

/** By the system's code: what it means, and the system's own words, which are all that DuckDB gives. */
const DISK: Readonly<Record<string, { why: string; words: string }>> = {
  ENOSPC: { why: 'the disk is full', words: 'No space left on device' },
  EDQUOT: { why: 'the disk quota is used up', words: 'Disk quota exceeded' },
  EFBIG: { why: 'a file is larger than this user may write', words: 'File too large' },
  EROFS: { why: 'the disk is read-only', words: 'Read-only file system' },
  EACCES: { why: 'the folder may not be written to', words: 'Permission denied' },
};

/** Why the disk refused; null for an error of another kind. */
export function diskFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return DISK[error.code]?.why ?? null;
  return Object.values(DISK).find(({ words }) => error.message.includes(words))?.why ?? null;
}

/** An error of the disk as a sentence for whoever runs the pipeline; any other error as it is. `what`: what did not happen. */
export function diskError(error: unknown, what: string): unknown {
  const why = error instanceof ExpectedError ? null : diskFault(error);
  if (why === null) return error;
  return new ExpectedError(`${what}, readers see the edition before: ${why} (${(error as Error).message})`, { cause: error });
}
