import type { CellValue } from 'hucre';
import { problemText, type ProblemText } from '../../messages/problems.ts';
import type { PlanColumn } from './plan-columns.ts';

/** A cell's value as a plan's file has it; null for an empty one. What the column does not take is a problem, never guessed. */
export function readCell(value: CellValue, { filling, words }: PlanColumn): { value: string | number } | { problem: ProblemText } | null {
  if (value === null || value === '') return null;
  const wrong = (allowed: string) => ({ problem: problemText('wrong-value', found(value), allowed) });
  if (words) {
    const [, code] = Object.entries(words).find(([word]) => word === value) ?? [];
    return code === undefined ? wrong(Object.keys(words).join(', ')) : { value: code };
  }
  if (filling === 'day') {
    const day = value instanceof Date ? value.toISOString() : '';
    if (day.endsWith('T00:00:00.000Z')) return { value: day.slice(0, 10) };
    return typeof value === 'string' ? { value } : wrong('a day, as 2026-12-31');
  }
  if (filling === 'number') return typeof value === 'number' ? { value } : wrong('a number');
  return typeof value === 'string' ? { value } : wrong('text: format the cell as text, and write it again');
}

const found = (value: CellValue): string =>
  typeof value === 'string'
    ? `\`${value}\``
    : value instanceof Date
      ? `the day ${value.toISOString().slice(0, 10)}`
      : `the ${typeof value} ${String(value)}`;
