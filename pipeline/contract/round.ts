/**
 * Rounds half away from zero in decimal, on the shortest text of the number, so that 1.005 becomes 1.01 (as a person
 * would round it) and not 1.00 (as binary arithmetic does). Zero has no sign. Judging and printing both use this and nothing else.
 */
export function round(value: number, decimals: number): number {
  const shifted = Math.round(shift(Math.abs(value), decimals));
  return Math.sign(value) * shift(shifted, -decimals) + 0;
}

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
