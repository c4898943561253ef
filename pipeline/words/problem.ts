/** Something wrong in a file that people write: printed as `file:line: found; allowed`, with the column after the line where it is known. */
export interface Problem {
  /** Names the kind of problem, for tests and for readers' texts. */
  code: string;
  /** Relative to the project, with `/`. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** Character on the line, from 1; left out where only the line is known. */
  column?: number;
  found: string;
  allowed: string;
}
