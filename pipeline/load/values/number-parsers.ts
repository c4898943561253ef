import type { Notation } from '../../words/format.ts';

/** What is written as a space between thousands, and before a unit: space, no-break space, narrow no-break space, thin space. */
const SPACES = ' \u00a0\u202f\u2009';
const MINUS = '[-\u2212]';
const SEPARATORS = { space: `[${SPACES}]`, '.': '\\.', ',': ',' } as const;
const BIGINT_LIMIT = 2n ** 63n;
const BIGINT_DIGITS = 19;

interface Written {
  negative: boolean;
  /** Digits, without zeros first. */
  whole: string;
  decimals: string;
}
type NumberReader = (text: string) => Written | undefined;

/**
 * Reads a number as the notation and the column's unit say: digits, or groups of exactly three with one and the same
 * separator between them and no zero first, as formatters write them; decimals; one minus sign. Exponents, plus signs and
 * parentheses are no part of it.
 */
function numberReader({ decimal, thousands, minus }: Notation, unit: string | null): NumberReader {
  const grouped = thousands === null ? '(?!)()' : `[1-9]\\d{0,2}(${SEPARATORS[thousands]})\\d{3}(?:\\3\\d{3})*`;
  const point = decimal === ',' ? ',' : '\\.';
  const after = minus === 'trailing' ? `(${MINUS}?)` : '()';
  const pattern = new RegExp(`^(${MINUS}?)(\\d+|${grouped})(?:${point}(\\d+))?${after}$`);
  return text => {
    const match = pattern.exec(unit === null ? text : withoutUnit(text, unit));
    if (!match) return undefined;
    const [, before, digits = '', separator, decimals = '', behind] = match;
    if (before && behind) return undefined;
    const whole = separator ? digits.replaceAll(separator, '') : digits;
    return { negative: Boolean(before || behind), whole: whole.replace(/^0+/, ''), decimals };
  };
}

/** The text before its unit and the one space that may stand between them; the text itself where it has no unit. */
function withoutUnit(text: string, unit: string): string {
  if (!text.endsWith(unit)) return text;
  const number = text.slice(0, -unit.length);
  return number !== '' && SPACES.includes(number.at(-1)!) ? number.slice(0, -1) : number;
}

/** Whole numbers that a BIGINT holds. */
export function integerParser(notation: Notation, unit: string | null): (text: string) => bigint | undefined {
  const read = numberReader(notation, unit);
  return text => {
    const number = read(text);
    if (!number || number.decimals !== '' || number.whole.length > BIGINT_DIGITS) return undefined;
    const value = signed(number.whole, number.negative);
    return -BIGINT_LIMIT <= value && value < BIGINT_LIMIT ? value : undefined;
  };
}

/**
 * The number times 10^scale, exactly. More decimals than the scale, or more digits than the precision, are refused:
 * rounding would change what was delivered.
 */
export function decimalParser(
  { precision, scale }: { precision: number; scale: number },
  notation: Notation,
  unit: string | null,
): (text: string) => bigint | undefined {
  const read = numberReader(notation, unit);
  return text => {
    const number = read(text);
    if (!number || number.decimals.length > scale || number.whole.length > precision - scale) return undefined;
    return signed(number.whole + number.decimals.padEnd(scale, '0'), number.negative);
  };
}

const signed = (digits: string, negative: boolean): bigint => (negative ? -BigInt(digits) : BigInt(digits));
