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

const PRIME = 33_554_393;

/** Row reduction modulo a prime: gives a test of whether a thing's vector lies in the span of the rows. */
export function spanTest<T>(rows: readonly (readonly number[])[], vectorOf: (thing: T) => readonly number[]): (thing: T) => boolean {
  const reduced: { pivot: number; row: number[] }[] = [];
  const reduce = (vector: readonly number[]): number[] =>
    reduced.reduce(
      (left, { pivot, row }) => {
        const times = left[pivot]!;
        return times === 0 ? left : left.map((value, at) => (value + (PRIME - times) * row[at]!) % PRIME);
      },
      [...vector],
    );
  for (const vector of rows) {
    const row = reduce(vector);
    const pivot = row.findIndex(value => value !== 0);
    if (pivot < 0) continue;
    const inverse = power(row[pivot]!, PRIME - 2);
    reduced.push({ pivot, row: row.map(value => (value * inverse) % PRIME) });
  }
  return thing => reduce(vectorOf(thing)).every(value => value === 0);
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
