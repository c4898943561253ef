import { problemText } from '../../messages/problems.ts';
import { COLUMN_PATH, parseColumnPath, parseRecordPath } from '../../words/xml-path.ts';
import type { issue } from '../issue.ts';

/** Checks that the headers of an XML source are paths, and that none goes up beyond the root. */
export function checkXmlColumns(records: string, headers: readonly string[], report: (...args: Parameters<typeof issue>) => void): void {
  const depth = parseRecordPath(records)!.length;
  for (const header of headers) {
    const path = parseColumnPath(header);
    if (path === null) report(problemText('wrong-value', header, COLUMN_PATH), ['columns', header]);
    else if (path.up >= depth) report(problemText('wrong-value', header, `at most ${depth - 1} \`..\` in ${records}`), ['columns', header]);
  }
}
