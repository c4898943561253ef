/** Decimals as text, computed exactly: a sum of DOUBLE would depend on the order of the rows. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The exact sum of decimals, without zeros that say nothing; `0` of none. What is no decimal (`1.5e+20`) is summed as JavaScript does. */
export function sumExactly(texts: readonly string[]): string {
  let scale = 0;
  let total = 0n;
  for (const text of texts) {
    const match = DECIMAL.exec(text);
    if (match === null) return String(texts.reduce((sum, it) => sum + Number(it), 0));
    const [, sign, whole, fraction = ''] = match;
    if (fraction.length > scale) {
      total *= 10n ** BigInt(fraction.length - scale);
      scale = fraction.length;
    }
    total += BigInt(`${sign}${whole}${fraction.padEnd(scale, '0')}`);
  }
  return written(total, scale);
}

function written(total: bigint, scale: number): string {
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  return `${total < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}
