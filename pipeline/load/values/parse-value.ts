import { isDay } from '../../contract/period.ts';
import type { ColumnType } from '../../words/source.ts';
import type { Value } from '../../warehouse/append-rows.ts';

/** Gives a cell's value, or undefined where the text is not of the type. Nothing is trimmed, rounded or guessed. */
export type ValueParser = (text: string) => Value | undefined;

/** What JSON can write and no text holds: control characters (but tabs and line ends), halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u;
const BIGINT_LIMIT = 2n ** 63n;
/** In any mix of capitals. */
const BOOLEANS = new Map([
  ['true', true],
  ['ja', true],
  ['1', true],
  ['false', false],
  ['nej', false],
  ['0', false],
]);

/** The parser of a column's type; `decimalSign` is the sign between a decimal's integer part and its decimals. */
export function parserOf(type: ColumnType, decimalSign: ',' | '.'): ValueParser {
  switch (type.name) {
    case 'text':
      return text => (NOT_TEXT.test(text) ? undefined : text);
    case 'integer':
      return parseInteger;
    case 'decimal':
      return decimalParser(type.precision, type.scale, decimalSign);
    case 'date':
      return remember(text => (isDay(text) ? dayNumber(text) : undefined));
    case 'month':
      return remember(text => (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? dayNumber(`${text}-01`) : undefined));
    case 'boolean':
      return text => BOOLEANS.get(text.toLowerCase());
  }
}

/** Days since 1970-01-01. */
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** A whole number that a BIGINT holds, without thousands separators or plus sign. */
function parseInteger(text: string): bigint | undefined {
  if (!/^-?\d+$/.test(text)) return undefined;
  const value = BigInt(text);
  return -BIGINT_LIMIT <= value && value < BIGINT_LIMIT ? value : undefined;
}

/**
 * The number times 10^scale, exactly. More decimals than the scale, or more digits than the precision, are refused:
 * rounding would change what was delivered.
 */
function decimalParser(precision: number, scale: number, sign: ',' | '.'): ValueParser {
  const pattern = sign === ',' ? /^(-?)(\d+)(?:,(\d+))?$/ : /^(-?)(\d+)(?:\.(\d+))?$/;
  return text => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, minus, whole = '', decimals = ''] = match;
    if (decimals.length > scale || whole.replace(/^0+/, '').length > precision - scale) return undefined;
    return BigInt(minus + whole + decimals.padEnd(scale, '0'));
  };
}

/** Dates come again row after row: the answer to each text is kept, for the first few thousand texts. */
function remember(parse: ValueParser): ValueParser {
  const known = new Map<string, Value | undefined>();
  return text => {
    if (known.has(text)) return known.get(text);
    const value = parse(text);
    if (known.size < 5000) known.set(text, value);
    return value;
  };
}
