import { problemAt } from '../messages/problems.ts';
import { QueryError } from '../warehouse/query.ts';
import { LINES_BEFORE } from '../warehouse/relations.ts';
import type { Problem } from '../words/problem.ts';

/**
 * Does something with a file's SQL, which stands LINES_BEFORE lines down in its statement. Null, with the problem at the
 * file's line, where DuckDB cannot. `line` is where it is written, for SQL that stands in a header.
 */
export async function bound<T>(file: string, problems: Problem[], run: () => Promise<T>, line?: number): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    problems.push(problemAt(file, line ?? Math.max(1, (error.line ?? 1) - LINES_BEFORE), 'sql-failed', error.message));
    return null;
  }
}
