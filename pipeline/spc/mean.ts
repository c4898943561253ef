/**
 * The arithmetic mean, correctly rounded but for a last bit in rare cases, whatever order the numbers stand in: a value
 * that equals the mean must be on neither side of it, and a plain sum of `0.1`s drifts away from `0.1`. NaN for none.
 * The sum is compensated (Neumaier 1974), and the quotient corrected by its own remainder (Dekker 1971).
 */
export function mean(values: readonly number[]): number {
  let high = 0;
  let low = 0;
  for (const value of values) {
    const sum = high + value;
    const added = sum - high;
    low += high - (sum - added) + (value - added);
    high = sum;
  }
  const n = values.length;
  const quotient = high / n;
  const [top, rest] = split(quotient);
  return quotient + (high - top * n - rest * n + low) / n;
}

/** A number as the sum of two with half the digits each, so that a product with a whole number is exact. */
function split(value: number): [top: number, rest: number] {
  const scaled = 134217729 * value;
  const top = scaled - (scaled - value);
  return [top, value - top];
}
