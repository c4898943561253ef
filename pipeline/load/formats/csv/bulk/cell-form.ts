import { monthsBetween, parsePeriod, writePeriod } from '../../../../contract/period.ts';
import type { Notation } from '../../../../words/format.ts';
import type { Column } from '../../../../words/source.ts';

/** The plain forms of cells that a scan knows by their bytes. What is written in another way is left to the parser of values. */
export const TEXT = 0;
export const INTEGER = 1;
export const DECIMAL = 2;
export const DATE = 3;
export const MONTH = 4;
export const TIMESTAMP = 5;

/** What the bytes of one column's cells must be for DuckDB to read them as the parser of values would. */
export interface CellForm {
  kind: number;
  /** For decimals: most digits before and after the decimal sign. */
  whole: number;
  scale: number;
  /** Whether an empty cell needs a closer look. */
  required: boolean;
  /** Whether a cell that has the form keeps the column's rules; null where it has none. */
  keeps: ((bytes: Buffer, from: number, to: number) => boolean) | null;
}

/** A column of the file that is not declared: any text. */
export const UNDECLARED: CellForm = { kind: TEXT, whole: 0, scale: 0, required: false, keeps: null };

/** The form of a declared column; null where nothing but the parser of values can tell. `period`: what its rows must be about. */
export function cellForm(column: Column, { missing }: Notation, period: string | null): CellForm | null {
  if (column.written !== null) return null;
  const kind = kindOf(column);
  const { type } = column;
  const [whole, scale] = type.name === 'decimal' ? [type.precision - type.scale, type.scale] : [0, 0];
  const rules = [
    limitRule(column, scale),
    allowedRule(column),
    patternRule(column),
    booleanRule(column),
    periodRule(period),
    noValueRule(column, missing),
  ];
  const rest = rules.filter(rule => rule !== null);
  return {
    ...{ kind, whole, scale, required: column.required },
    keeps: rest.length < 2 ? (rest[0] ?? null) : (bytes, from, to) => rest.every(rule => rule(bytes, from, to)),
  };
}

type Rule = NonNullable<CellForm['keeps']>;

function kindOf({ type }: Column): number {
  switch (type.name) {
    case 'text':
    case 'boolean':
      return TEXT;
    case 'integer':
      return INTEGER;
    case 'decimal':
      return DECIMAL;
    case 'date':
      return DATE;
    case 'month':
      return MONTH;
    case 'timestamp':
      return TIMESTAMP;
  }
}

/** Numbers of up to 15 digits are exact in binary floating point; longer ones need the parser of values. */
const EXACT_DIGITS = 15;

/** Compares as the parser of values does: the whole number that the digits make, by its scale. */
function limitRule({ min, max }: Column, scale: number): Rule | null {
  if (min === null && max === null) return null;
  const unit = 10 ** scale;
  return (bytes, from, to) => {
    if (to - from > EXACT_DIGITS) return false;
    const negative = bytes[from] === 0x2d;
    let number = 0;
    let decimals = -1;
    for (let i = negative ? from + 1 : from; i < to; i++) {
      const digit = bytes[i]! - 0x30;
      if (digit >= 0 && digit <= 9) {
        number = 10 * number + digit;
        if (decimals >= 0) decimals++;
      } else decimals = 0;
    }
    const value = ((negative ? -number : number) * 10 ** (scale - Math.max(decimals, 0))) / unit;
    return (min === null || value >= min) && (max === null || value <= max);
  };
}

function allowedRule({ allowed }: Column): Rule | null {
  if (allowed === null) return null;
  return isOneOf(allowed);
}

function patternRule({ pattern }: Column): Rule | null {
  if (pattern === null) return null;
  const regex = new RegExp(pattern);
  return (bytes, from, to) => regex.test(bytes.toString('utf8', from, to));
}

/** A text that stands for no value may look like one (`-1`, `9999`). */
function noValueRule({ type, marks }: Column, missing: readonly string[]): Rule | null {
  const words = [...Object.keys(marks), ...(type.name === 'text' ? [] : missing)];
  const isNone = isOneOf(words);
  return words.length === 0 ? null : (bytes, from, to) => !isNone(bytes, from, to);
}

/** Whether a cell is one of some words, compared byte by byte. */
function isOneOf(texts: readonly string[]): Rule {
  const words = texts.map(text => Buffer.from(text));
  /** By their first byte: most cells are compared with one. */
  const begin = Array.from({ length: 256 }, (_, byte) => words.filter(word => word[0] === byte));
  return (bytes, from, to) => {
    const length = to - from;
    const candidates = begin[bytes[from]!]!;
    for (let w = 0; w < candidates.length; w++) {
      const word = candidates[w]!;
      if (word.length !== length) continue;
      let i = 1;
      while (i < length && word[i] === bytes[from + i]) i++;
      if (i === length) return true;
    }
    return false;
  };
}

const BOOLEAN = /^(true|ja|1|false|nej|0)$/i;
const booleanRule = ({ type }: Column): Rule | null =>
  type.name === 'boolean' ? (bytes, from, to) => BOOLEAN.test(bytes.toString('latin1', from, to)) : null;

function periodRule(period: string | null): Rule | null {
  if (period === null) return null;
  const { first, last } = parsePeriod(period)!;
  const months = new Set(monthsBetween(first, last).map(month => writePeriod('month', month)));
  return (bytes, from, to) => months.has(bytes.toString('latin1', from, Math.min(to, from + MONTH_LETTERS)));
}
/** A date and a month begin as `2026-03`. */
const MONTH_LETTERS = 7;
