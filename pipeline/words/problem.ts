/** Something wrong in a file that people write: printed as `file:line: found; allowed`. */
export interface Problem {
  /** Names the kind of problem, for tests and for readers' texts. */
  code: string;
  /** Relative to the project, with `/`. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  found: string;
  allowed: string;
}
