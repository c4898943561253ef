/** The simplest there is, to compare with: whole-number elimination of dense rows, without a prime and without an order. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map(row => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.find(row => row[column] !== 0n);
    if (pivot === undefined) continue;
    rank++;
    left = left.filter(row => row !== pivot).map(row => row.map((value, at) => value * pivot[column]! - pivot[at]! * row[column]!));
  }
  return rank;
}

/** An unknown is determined when its unit vector lies in the span of the rows: when adding it does not raise the rank. */
export function determinedBy(rows: readonly (readonly number[])[], columns: number): boolean[] {
  const rank = rankOf(rows);
  const unit = (at: number): number[] => Array.from({ length: columns }, (_, i) => (i === at ? 1 : 0));
  return Array.from({ length: columns }, (_, at) => rankOf([...rows, unit(at)]) === rank);
}
