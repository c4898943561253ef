/**
 * The sum of decimals written as text (`-12.50`, `1e-7`), exact, as text. Binary sums of many amounts can end on the
 * wrong side of a rounding limit.
 */
export function exactSum(decimals: readonly string[]): string {
  const parts = decimals.map(parse);
  const scale = Math.max(0, ...parts.map(p => p.scale));
  const sum = parts.reduce((total, p) => total + p.digits * 10n ** BigInt(scale - p.scale), 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return `${sum < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${text.slice(text.length - scale)}`}`;
}

function parse(decimal: string): { digits: bigint; scale: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(decimal);
  if (!match) throw new Error(`not a decimal number: ${decimal}`);
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${whole}${fraction}`) * 10n ** BigInt(Math.max(0, -scale));
  return { digits: sign === '-' ? -digits : digits, scale: Math.max(0, scale) };
}
