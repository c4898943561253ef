import { problemText } from '../../messages/problems.ts';
import { markColumn } from '../../warehouse/column-type.ts';
import type { issue } from '../issue.ts';

/** Checks that no column has the name of one that is made for another's marks. */
export function checkMarks(
  columns: Readonly<Record<string, { name: string; marks?: Readonly<Record<string, string>> | undefined }>>,
  report: (...args: Parameters<typeof issue>) => void,
): void {
  const entries = Object.entries(columns);
  for (const [header, { name, marks }] of entries) {
    if (marks === undefined) continue;
    const taken = entries.some(([, other]) => other.name.toLowerCase() === markColumn(name).toLowerCase());
    if (taken) report(problemText('duplicate-id', markColumn(name), ['the column of these marks']), ['columns', header, 'marks']);
  }
}
