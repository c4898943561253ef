/** Decimals that sums are kept in. The format allows two (5.9); what is written with more than this is in no sum. */
const SCALE = 6;
const AMOUNT = /^(-?)(\d+)(?:\.(\d+))?$/;

/** True for an amount as the format has it: a decimal point, the minus first, nothing else. */
export const isAmount = (text: string): boolean => AMOUNT.test(text);

/** An amount times 10^6, exactly; null for what is no amount. */
export function amountOf(text: string): bigint | null {
  const [, minus, whole = '', decimals = ''] = AMOUNT.exec(text) ?? [];
  return minus === undefined || decimals.length > SCALE ? null : BigInt(minus + whole + decimals.padEnd(SCALE, '0'));
}
