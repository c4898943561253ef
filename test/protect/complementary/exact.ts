/** Whole numbers, for exact row reduction: a row stands for any multiple of itself. */
type Row = bigint[];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function less(row: Row, pivot: Row, at: number): Row {
  if (row[at] === 0n) return row;
  const reduced = row.map((value, i) => value * pivot[at]! - pivot[i]! * row[at]!);
  const common = reduced.reduce(gcd, 0n);
  return common > 1n ? reduced.map(value => value / common) : reduced;
}

/** Says of a combination whether it is one of the given ones, or a sum or difference of any multiples of them. */
export function exactSpan(rows: readonly Row[]): (row: Row) => boolean {
  const pivots: { row: Row; at: number }[] = [];
  const reduce = (row: Row): Row => pivots.reduce((left, pivot) => less(left, pivot.row, pivot.at), row);
  for (const row of rows) {
    const left = reduce(row);
    const at = left.findIndex(value => value !== 0n);
    if (at !== -1) pivots.push({ row: left, at });
  }
  return row => reduce(row).every(value => value === 0n);
}

/** A figure a reader sees, or knows to be at least so much. */
export interface Figure {
  value: number;
  hidden: boolean;
  /** The least that it can be, where it is hidden. */
  lowest: number;
}

/**
 * The hidden figures that a reader can tell, row by row, from `whole = parts` and what each must at least be: intervals are made narrower
 * until none gets narrower.
 */
export function toldByRows(figures: readonly Figure[], rows: readonly { whole: number; parts: readonly number[] }[]): number[] {
  const low = figures.map(({ value, hidden, lowest }) => (hidden ? lowest : value));
  const high = figures.map(({ value, hidden }) => (hidden ? Infinity : value));
  const sum = (parts: readonly number[], of: readonly number[]): number => parts.reduce((all, part) => all + of[part]!, 0);
  let narrower = true;
  const narrow = (at: number, from: number, to: number): void => {
    if (from > low[at]!) [low[at], narrower] = [from, true];
    if (to < high[at]!) [high[at], narrower] = [to, true];
  };
  // Real intervals may get narrower for ever by less and less; whole ones of these sizes do not.
  while (narrower) {
    narrower = false;
    for (const { whole, parts } of rows) {
      narrow(whole, sum(parts, low), sum(parts, high));
      for (const part of parts) {
        const others = parts.filter(other => other !== part);
        narrow(part, low[whole]! - sum(others, high), high[whole]! - sum(others, low));
      }
    }
  }
  return figures.flatMap(({ hidden }, i) => (hidden && low[i] === high[i] ? [i] : []));
}
