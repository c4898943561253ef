import { plainNumber } from '../plain-number.ts';
import { NESTED, Typed } from '../record-sink.ts';
import type { Cell } from '../record-sink.ts';
import type { Shows } from './number-format.ts';
import { dayOrMonth, serialTime } from './serial-time.ts';
import type { DateSystem } from './serial-time.ts';
import { unescaped } from './shared-strings.ts';

/** What a sheet's cells refer to. */
export interface CellContext {
  strings: readonly string[];
  /** By style. */
  styles: readonly (Shows | null)[];
  dates: DateSystem;
}

/** A cell as the sheet writes it. */
export interface SheetCell {
  /** `t`: s, str, inlineStr, b, e, d or n, which it is where nothing is said. */
  type: string;
  /** `s`, a number; undefined for the first. */
  style: string | undefined;
  formula: boolean;
  /** What stands in `v`, or in `is`; null where there is no such element. */
  text: string | null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** What needs no parsing to be its own shortest text. */
const SMALL_WHOLE = /^(0|-?[1-9]\d{0,14})$/;

/**
 * A cell's value: text as text, numbers in the shortest decimals that give the same binary number, days and times in ISO form
 * where the number format shows them. Errors, times that are none, texts that are not there and formulas that were never
 * computed are no value, which is not the same as empty.
 */
export function cellValue({ type, style, formula, text }: SheetCell, { strings, styles, dates }: CellContext): Cell {
  if (text === null || (text === '' && type !== 'str' && type !== 'inlineStr')) return formula || type === 'e' ? NESTED : null;
  switch (type) {
    case 's':
      return strings[Number(text)] ?? NESTED;
    case 'str':
    case 'inlineStr':
      return unescaped(text);
    case 'b':
      return text === '1' || text === 'true' ? new Typed('true') : text === '0' || text === 'false' ? new Typed('false') : NESTED;
    case 'd':
      return new Typed(isoTime(text, styles[Number(style ?? 0)] ?? null));
    case 'n': {
      const shows = styles[Number(style ?? 0)] ?? null;
      if (shows === null && SMALL_WHOLE.test(text)) return new Typed(text);
      const number = NUMBER.test(text) ? Number(text) : NaN;
      if (!Number.isFinite(number)) return NESTED;
      if (shows === null) return new Typed(plainNumber(String(number)));
      const time = serialTime(number, shows, dates);
      return time === null ? NESTED : new Typed(time);
    }
    default:
      return NESTED;
  }
}

/** A day written with midnight as its time is the day. */
function isoTime(text: string, shows: Shows | null): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)?.[1];
  return day === undefined ? text : dayOrMonth(day, shows);
}
