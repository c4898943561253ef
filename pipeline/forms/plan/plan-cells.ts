import type { Sheet } from 'hucre';
import { problemText, type ProblemText } from '../../messages/problems.ts';
import { columnLetter, TOP } from '../form-sheet.ts';
import { PLAN_COLUMNS, type PlanSheet } from './plan-columns.ts';
import { planTexts } from './plan-words.ts';
import { readCell } from './read-cell.ts';

/** A cell of the workbook, as people name it. */
export interface CellName {
  sheet: string;
  cell: string;
}
export interface CellProblem extends CellName, ProblemText {}

/** One row that says something: its cells' values by the columns' keys, and where each stands or would stand. */
export interface FilledRow {
  values: Readonly<Record<string, string | number>>;
  cellOf(key: string): CellName;
}

/** The rows of a sheet that are filled in. Columns may stand in another order; a value that no column holds is a problem, since it would be lost. */
export function filledRows(kind: PlanSheet, sheet: Sheet, problems: CellProblem[]): FilledRow[] {
  const name = planTexts.sheets[kind];
  const columns = PLAN_COLUMNS[kind];
  const headers = sheet.rows[TOP - 1] ?? [];
  const placeOf = (row: number, at: number): CellName => ({ sheet: name, cell: `${columnLetter(at)}${row + 1}` });
  const positions = new Map(columns.map(column => [column.key, headers.indexOf(column.header)]));
  const keyAt = new Map([...positions].map(([key, at]) => [at, key]));
  const known = columns.map(({ header }) => header);
  headers.forEach((header, at) => {
    if (header !== null && header !== '' && !keyAt.has(at))
      problems.push({ ...placeOf(TOP - 1, at), ...problemText('unknown-name', 'column', String(header), known) });
  });

  return sheet.rows.slice(TOP).flatMap((cells, i): FilledRow[] => {
    const row = TOP + i;
    const values: Record<string, string | number> = {};
    cells.forEach((value, at) => {
      const special = sheet.cells?.get(`${row},${at}`);
      const report = (problem: ProblemText) => problems.push({ ...placeOf(row, at), ...problem });
      if (special?.type === 'error' || (special?.type === 'formula' && value === null))
        return report(problemText('wrong-value', 'a formula without a value', 'a value'));
      const column = columns.find(({ key }) => key === keyAt.get(at));
      const read = column ? readCell(value, column) : null;
      if (!column && value !== null && value !== '') report(problemText('wrong-value', String(value), 'nothing outside the columns'));
      if (read && 'problem' in read) report(read.problem);
      if (read && 'value' in read) values[column!.key] = read.value;
    });
    const columnFor = (key: string) => columns.find(column => column.key === key || column.key.startsWith(`${key}.`));
    const cellOf = (key: string): CellName => placeOf(row, Math.max(0, positions.get(columnFor(key)?.key ?? '') ?? 0));
    return Object.keys(values).length === 0 ? [] : [{ values, cellOf }];
  });
}
