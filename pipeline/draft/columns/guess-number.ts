import { parserOf, typedParserOf } from '../../load/values/parse-value.ts';
import type { Notation } from '../../words/format.ts';
import type { ColumnType } from '../../words/source.ts';

const ZONE = 'Europe/Stockholm';
/** Digits before the decimals that a column holds beyond those that were seen. */
const ROOM = 2;
/** Decimals that only binary floating point writes. */
const LONG = 5;
const FLOATING = 12;
const WIDEST = 38;

/** The number type that takes all texts and typed values of a column; null where none does. */
export function guessNumber(
  texts: readonly string[],
  typed: readonly string[],
  notation: Notation,
  unit: string | null,
): ColumnType | null {
  const takes = (type: ColumnType): boolean => {
    const column = { type, written: null, unit };
    const [text, plain] = [parserOf(column, notation, ZONE), typedParserOf(column, ZONE)];
    return texts.every(each => text(each) !== undefined) && typed.every(each => plain(each) !== undefined);
  };
  if (takes({ name: 'integer' })) return { name: 'integer' };
  const parts = [...texts.map(text => partsOf(text, notation.decimal)), ...typed.map(text => partsOf(text, '.'))];
  const seen = parts.reduce((most, part) => Math.max(most, part.decimals), 0);
  const scale = seen > LONG ? Math.max(seen, FLOATING) : seen;
  const whole = parts.reduce((most, part) => Math.max(most, part.whole), 1);
  const types = [ROOM, 0].map((room): ColumnType => ({ name: 'decimal', precision: Math.min(WIDEST, whole + room + scale), scale }));
  return types.find(type => scale <= WIDEST && takes(type)) ?? null;
}

/** How many digits stand before and after the decimal sign. */
function partsOf(text: string, decimal: string): { whole: number; decimals: number } {
  const [whole = '', decimals = ''] = text.split(decimal);
  return { whole: whole.replace(/\D/g, '').length, decimals: decimals.replace(/\D/g, '').length };
}
