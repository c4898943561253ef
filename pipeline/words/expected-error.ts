/** Something the person who runs the pipeline can do something about: the message is a sentence for them, no stack is shown. */
export class ExpectedError extends Error {
  override readonly name: string = 'ExpectedError';
  /** 1: failed or held; 2: wrong usage. */
  readonly exitCode: 1 | 2 = 1;
}

/** True for an error of the file system with this code (`ENOENT`). */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
