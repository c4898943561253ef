import type { Block } from './find-blocks.ts';
import { dividedBy, fraction, greatestDivisor, minus, times, type Fraction } from './fraction.ts';
import type { Proof } from './solve-singles.ts';

/** Equations that are tried together at most; exact fractions of more take too long. */
const MOST = 2_000;

interface Row {
  terms: Map<number, Fraction>;
  /** Which equations it is made of. */
  made: Map<number, Fraction>;
}

/**
 * Proves in exact fractions that a block's equations determine a column, by the equations near it and, where those are not enough, by more. What comes back is
 * the combination of equations in which nothing else is left; `varies` where all of the block's were tried, so that it is proved that there is none; null where
 * there are more than can be.
 */
export function proveDetermined(block: Block, of: readonly (readonly number[])[], column: number): Proof | 'varies' | null {
  const near = new Set(of[column]!);
  for (let before = 0; near.size > before && near.size <= MOST;) {
    const proof = combine(block, [...near], column);
    if (proof !== null) return proof;
    before = near.size;
    for (const equation of [...near])
      for (const other of block.equations[equation]!.columns) for (const further of of[other]!) near.add(further);
    if (near.size === before) return 'varies';
  }
  return null;
}

/** Eliminates every other column; a row that has this one alone is what is looked for. */
function combine(block: Block, equations: readonly number[], column: number): Proof | null {
  const rows = new Set<Row>();
  const inColumn = new Map<number, Set<Row>>();
  const stand = (row: Row, at: number): void => void (inColumn.get(at) ?? inColumn.set(at, new Set()).get(at)!).add(row);
  for (const i of equations) {
    const { columns, coefficients, equation } = block.equations[i]!;
    const terms = new Map(columns.map((at, j) => [at, fraction(BigInt(coefficients[j]!))]));
    const row = { terms, made: new Map([[equation, fraction(1n)]]) };
    rows.add(row);
    for (const at of columns) stand(row, at);
  }
  while (rows.size > 0) {
    const row = shortest(rows);
    rows.delete(row);
    if (row.terms.size === 1 && row.terms.has(column)) return proofOf(row, column);
    for (const at of row.terms.keys()) inColumn.get(at)!.delete(row);
    const others = [...row.terms.keys()].filter(at => at !== column);
    if (others.length === 0) continue;
    const pivot = others.reduce((best, at) => (inColumn.get(at)!.size < inColumn.get(best)!.size ? at : best));
    for (const other of [...inColumn.get(pivot)!]) {
      const by = dividedBy(other.terms.get(pivot)!, row.terms.get(pivot)!);
      for (const at of row.terms.keys()) inColumn.get(at)!.delete(other);
      subtract(other.terms, row.terms, by);
      subtract(other.made, row.made, by);
      for (const at of row.terms.keys()) if (other.terms.has(at)) stand(other, at);
    }
  }
  return null;
}

function shortest(rows: ReadonlySet<Row>): Row {
  let best: Row | null = null;
  for (const row of rows) if (best === null || row.terms.size < best.terms.size) best = row;
  return best!;
}

function subtract(from: Map<number, Fraction>, what: ReadonlyMap<number, Fraction>, by: Fraction): void {
  for (const [at, value] of what) {
    const left = minus(from.get(at) ?? fraction(0n), times(value, by));
    if (left.over === 0n) from.delete(at);
    else from.set(at, left);
  }
}

/** In whole numbers: everything times the fractions' common denominator. */
function proofOf({ terms, made }: Row, column: number): Proof {
  const all = [terms.get(column)!, ...made.values()];
  const common = all.reduce((product, { under }) => (product * under) / greatestDivisor(product, under), 1n);
  const whole = all.map(({ over, under }) => (over * common) / under);
  return { equations: [...made.keys()], multipliers: whole.slice(1), times: whole[0]! };
}
