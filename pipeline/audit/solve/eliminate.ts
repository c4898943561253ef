import type { Block } from './find-blocks.ts';

/** Just below 2^26: products of two residues are exact in doubles. */
export const PRIME = 67_108_859;

/** A row of the reduced system: its pivot follows from the rest of its columns, none of which is the pivot of a row before it. */
export interface PivotRow {
  pivot: number;
  columns: readonly number[];
  /** −coefficient / the pivot's, modulo the prime. */
  factors: readonly number[];
}

interface Row {
  columns: number[];
  values: number[];
}

/**
 * Gaussian elimination of a block modulo a prime: shortest row first, pivot in its rarest column, so that rows stay short. Gives the
 * rows in the order they were pivoted; their number is the rank modulo the prime.
 */
export function eliminate(block: Block): PivotRow[] {
  const rows: (Row | null)[] = block.equations.map(({ columns, coefficients }) => ({
    columns: [...columns],
    values: coefficients.map(c => residue(c)),
  }));
  const inColumn: Set<number>[] = block.columns.map(() => new Set());
  const byLength: number[][] = [];
  const enqueue = (at: number): void => void (byLength[rows[at]!.columns.length] ??= []).push(at);
  for (const [i, row] of rows.entries()) {
    for (const column of row!.columns) inColumn[column]!.add(i);
    enqueue(i);
  }
  const pivots: PivotRow[] = [];
  for (let at = nextRow(rows, byLength); at >= 0; at = nextRow(rows, byLength)) {
    const row = rows[at]!;
    rows[at] = null;
    for (const column of row.columns) inColumn[column]!.delete(at);
    if (row.columns.length === 0) continue;
    const pivot = row.columns.reduce((best, column) => (inColumn[column]!.size < inColumn[best]!.size ? column : best));
    const factors = factorsOf(row, pivot);
    for (const other of inColumn[pivot]!) {
      subtract(rows[other]!, row, factors, pivot, (column, is) => (is ? inColumn[column]!.add(other) : inColumn[column]!.delete(other)));
      enqueue(other);
    }
    inColumn[pivot]!.clear();
    const rest = row.columns.flatMap((column, i) => (column === pivot ? [] : [i]));
    pivots.push({ pivot, columns: rest.map(i => row.columns[i]!), factors: rest.map(i => factors[i]!) });
  }
  return pivots;
}

/** The shortest row that is left; −1 when none is. Rows stand under lengths they no longer have, too. */
function nextRow(rows: readonly (Row | null)[], byLength: readonly (number[] | undefined)[]): number {
  for (let length = 0; length < byLength.length; length++) {
    const waiting = byLength[length];
    for (let at = waiting?.pop(); at !== undefined; at = waiting!.pop()) if (rows[at]?.columns.length === length) return at;
  }
  return -1;
}

/** −each coefficient / the pivot's. */
function factorsOf({ columns, values }: Row, pivot: number): number[] {
  const scale = PRIME - inverse(values[columns.indexOf(pivot)]!);
  return values.map(value => (value * scale) % PRIME);
}

/** Adds a multiple of the pivot's row to another, so that the pivot is gone from it. Tells which columns it gains and loses; the pivot it does not tell. */
function subtract(target: Row, row: Row, factors: readonly number[], pivot: number, tell: (column: number, is: boolean) => void) {
  const times = target.values[target.columns.indexOf(pivot)]!;
  const columns: number[] = [];
  const values: number[] = [];
  let i = 0;
  for (let j = 0; j < row.columns.length || i < target.columns.length;) {
    const [a, b] = [target.columns[i] ?? Infinity, row.columns[j] ?? Infinity];
    const column = Math.min(a, b);
    const added = b === column ? (times * factors[j]!) % PRIME : 0;
    const value = ((a === column ? target.values[i]! : 0) + added) % PRIME;
    if (value !== 0) {
      columns.push(column);
      values.push(value);
      if (a !== column) tell(column, true);
    } else if (column !== pivot) tell(column, false);
    if (a === column) i++;
    if (b === column) j++;
  }
  target.columns = columns;
  target.values = values;
}

export const residue = (value: number): number => ((value % PRIME) + PRIME) % PRIME;

/** By the extended Euclidean algorithm. */
function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(b / a);
    [a, b] = [b % a, a];
    [x, y] = [y - quotient * x, x];
  }
  return residue(x);
}
