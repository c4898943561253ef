/** The prime that is counted modulo: the largest below 2^26, so that a product is exact in a double. */
export const PRIME = 67_108_859;

/** a·b modulo the prime, of numbers from 0 to the prime − 1. */
export function times(a: number, b: number): number {
  const product = a * b;
  return product - Math.floor(product / PRIME) * PRIME;
}

/** The number that a times gives 1; a is not 0. Extended Euclid. */
export function inverse(a: number): number {
  let [r, next] = [PRIME, a];
  let [t, nextT] = [0, 1];
  while (next !== 0) {
    const quotient = Math.floor(r / next);
    [r, next] = [next, r - quotient * next];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return t < 0 ? t + PRIME : t;
}

/** The smallest fractions have both parts below this, and then a residue is of one of them only. */
const LARGEST = 5_792; // √(PRIME / 2)

/** The fraction with small parts that a residue stands for; null where there is none. (Wang 1981.) */
export function fractionOf(residue: number): number | null {
  let [r, next] = [PRIME, residue];
  let [t, nextT] = [0, 1];
  while (next > LARGEST) {
    const quotient = Math.floor(r / next);
    [r, next] = [next, r - quotient * next];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  if (nextT === 0 || Math.abs(nextT) > LARGEST) return null;
  return next / nextT;
}
