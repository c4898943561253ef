import { problemAt } from '../messages/problems.ts';
import { QueryError } from '../warehouse/query.ts';
import { LINES_BEFORE } from '../warehouse/relations.ts';
import type { Problem } from '../words/problem.ts';

/**
 * Does something with SQL that stands LINES_BEFORE lines down in its statement. Null, with the problem at its place, where
 * DuckDB cannot. `placeOf` says where in the file a place of the SQL is: the same, for SQL that is a file's own.
 */
export async function bound<T>(
  file: string,
  problems: Problem[],
  run: () => Promise<T>,
  placeOf: (place: { line: number; column?: number }) => { line: number; column?: number } = place => place,
): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const line = Math.max(1, (error.line ?? 1) - LINES_BEFORE);
    const place = placeOf(error.column === null ? { line } : { line, column: error.column });
    problems.push({ ...problemAt(file, place.line, 'sql-failed', error.message), ...place });
    return null;
  }
}
