import { formatProblem } from '../messages/problems.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { Problem } from '../words/problem.ts';

/** malbild.yaml cannot be read, so nothing can be run. Holds the problems of all files. */
export class ProjectError extends ExpectedError {
  override readonly name = 'ProjectError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
