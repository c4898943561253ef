import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../words/problem.ts';

/** A CSV file of a case: comma, UTF-8, a header; an empty cell is null. */
export interface CaseTable {
  file: string;
  columns: readonly string[];
  rows: readonly { line: number; values: readonly (string | null)[] }[];
}

/** Null, and a problem, where it cannot be read as such. */
export async function readTable(root: string, file: string, problems: Problem[]): Promise<CaseTable | null> {
  const bytes = await readFile(path.join(root, file));
  try {
    const [header, ...rows] = parse(bytes, { bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    if (header === undefined) throw new Error('no header');
    const values = rows.map(({ record, info }) => ({ line: info.lines, values: record.map(cell => (cell === '' ? null : cell)) }));
    return { file, columns: header.record, rows: values };
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    problems.push({ code: 'case-table', file, line, found: (error as Error).message, allowed: 'a CSV table with a header' });
    return null;
  }
}
