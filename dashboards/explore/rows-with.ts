import { remember } from '../remember.ts';
import type { Coded } from './explore-table.ts';

/** A value that rows are to have in a column. */
export interface Wanted {
  coded: Coded;
  value: string;
}

/** The rows of each value of a column, in their order: looked through once, and not at each choice. */
const rowsByCode = remember(({ values, codes }: Coded): readonly (readonly number[])[] => {
  const rows: number[][] = values.map(() => []);
  for (let row = 0; row < codes.length; row++) rows[codes[row]!]!.push(row);
  return rows;
});

/** The rows that have every one of the values, in their order. At least one value is wanted. */
export function rowsWith(wanted: readonly Wanted[]): readonly number[] {
  const tests = wanted.map(({ coded, value }) => {
    const code = coded.values.indexOf(value);
    return { codes: coded.codes, code, rows: rowsByCode(coded)[code] ?? [] };
  });
  const [fewest, ...others] = tests.sort((a, b) => a.rows.length - b.rows.length);
  return others
    .filter(({ rows, codes }) => rows.length < codes.length)
    .reduce((left, { codes, code }) => left.filter(row => codes[row] === code), fewest!.rows);
}
