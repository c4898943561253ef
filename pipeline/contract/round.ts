/**
 * Rounds half away from zero in decimal, on the shortest text of the number, so that 1.005 becomes 1.01 (as a person
 * would round it) and not 1.00 (as binary arithmetic does). Zero has no sign. Judging and printing both use this and nothing else.
 */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  // Where binary arithmetic cannot be in doubt, which is nearly always, it gives the same, much faster.
  if (scaled < SURE && Math.abs((scaled % 1) - 0.5) > DOUBT) return (Math.sign(value) * Math.round(scaled)) / scale + 0;
  const shifted = Math.round(shift(Math.abs(value), decimals));
  return Math.sign(value) * shift(shifted, -decimals) + 0;
}

/** Below this, what doubles lose in a product is less than a fifth of DOUBT. */
const SURE = 1e9;
const DOUBT = 1e-6;

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** What two numbers differ by as they are printed. */
export const printedDifference = (own: number, other: number, decimals: number): number =>
  round(round(own, decimals) - round(other, decimals), decimals);
