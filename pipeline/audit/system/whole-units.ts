/** How many decimals a number's text has; null where it is not written out plainly. */
export function decimalsOf(text: string): number | null {
  const written = /^-?\d+(?:\.(\d+))?$/.exec(text);
  return written === null ? null : (written[1]?.length ?? 0);
}

/** A plainly written number as a whole number of units of its last decimal; null where that is beyond what a double holds exactly. */
export function wholeUnits(text: string, decimals: number): number | null {
  const own = decimalsOf(text);
  if (own === null || own > decimals) return null;
  const units = Number(text.replace('.', '') + '0'.repeat(decimals - own));
  return Number.isSafeInteger(units) ? units + 0 : null;
}
