import { problemText } from '../../messages/problems.ts';
import type { ColumnType } from '../../words/source.ts';
import type { issue } from '../issue.ts';

/** A report's columns and types; `status` or `state` must be there too. */
const COLUMNS: Readonly<Record<string, ColumnType['name']>> = {
  plan: 'text',
  id: 'text',
  period: 'text',
  date: 'date',
  role: 'text',
  text: 'text',
};
const OPTIONAL: Readonly<Record<string, ColumnType['name']>> = { status: 'text', state: 'text', amount: 'decimal', benefit: 'decimal' };

/** Checks the columns of a source of `kind: reports`, whose shape `judge` reads. */
export function checkReports(
  columns: Readonly<Record<string, { name: string; type: ColumnType }>>,
  report: (...args: Parameters<typeof issue>) => void,
): void {
  const names = Object.values(columns).map(column => column.name);
  for (const name of Object.keys(COLUMNS).filter(name => !names.includes(name)))
    report(problemText('needs-key', name, '`kind: reports` says plan, id, period, date, role and text'), ['columns']);
  if (!names.includes('status') && !names.includes('state'))
    report(problemText('needs-key', 'status', '`kind: reports` says a status, a state or both'), ['columns']);
  for (const [header, { name, type }] of Object.entries(columns)) {
    const wanted = { ...COLUMNS, ...OPTIONAL }[name];
    if (wanted !== undefined && wanted !== type.name)
      report(problemText('wrong-value', `\`${name}\` of type ${type.name}`, `type ${wanted}, as reports have it`), [
        'columns',
        header,
        'type',
      ]);
  }
}
