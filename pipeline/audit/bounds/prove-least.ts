import type { WholeBlock } from './whole-block.ts';

/** Multipliers are taken as fractions with this denominator (all denominators to 16 divide it), so that what is summed is whole. */
const PARTS = 720_720;
/** Beyond it a multiplier is noise. */
const LARGEST = 2 ** 16;

/**
 * The least whole number that cost · x can be for x within bounds: equations, each times a multiplier, are taken from it, and what is left is as small as the
 * bounds let it be. That holds whatever the multipliers are, and is computed in whole numbers; good ones only make it good (Neumaier and Shcherbina,
 * 2004). −Infinity where nothing is proved. `cost`: whole numbers; with no cost, more than 0 proves that there is no x.
 */
export function proveLeast(
  { equations }: Pick<WholeBlock, 'equations'>,
  { lower, upper }: Pick<WholeBlock, 'lower' | 'upper'>,
  cost: Float64Array,
  multipliers: Float64Array,
): number {
  const left = cost.map(value => value * PARTS);
  let sum = 0;
  // What was added up, whatever its sign: below 2^53 all of it was exact.
  let size = 0;
  for (const [i, { columns, coefficients, known }] of equations.entries()) {
    if (Math.abs(multipliers[i]!) > LARGEST) return -Infinity;
    const parts = Math.round(multipliers[i]! * PARTS);
    if (parts === 0) continue;
    sum += parts * known;
    size += Math.abs(parts * known);
    for (let j = 0; j < columns.length; j++) left[columns[j]!]! -= parts * coefficients[j]!;
  }
  for (let at = 0; at < left.length; at++) {
    if (left[at] === 0) continue;
    const least = left[at]! * (left[at]! > 0 ? lower[at]! : upper[at]!);
    sum += least;
    size += Math.abs(least);
  }
  return size < Number.MAX_SAFE_INTEGER ? Math.ceil(sum / PARTS) : -Infinity;
}
