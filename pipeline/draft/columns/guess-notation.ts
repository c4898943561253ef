import { decimalParser } from '../../load/values/number-parsers.ts';
import type { Notation } from '../../words/format.ts';
import type { ColumnValues } from './column-values.ts';
import { withoutUnit } from './guess-unit.ts';
import { aboutCategory, isMissingSign } from './signs.ts';

/** Simpler first: of two that read as much, the first is taken. */
const SIGNS: readonly Pick<Notation, 'decimal' | 'thousands'>[] = [
  { decimal: '.', thousands: null },
  { decimal: ',', thousands: null },
  { decimal: '.', thousands: 'space' },
  { decimal: ',', thousands: 'space' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
];
/** Different texts of a column that say how its numbers are written. */
const ENOUGH = 5000;
const WIDEST = { precision: 38, scale: 16 };

export interface NotationGuess {
  notation: Notation;
  /** Columns whose numbers are other numbers with the other sign; with an example. */
  doubtful: { header: string; example: string }[];
}

/**
 * How a file writes its numbers: the signs with which most columns are numbers throughout. It is in doubt where the same
 * columns are numbers with both signs and none has a number that tells (`1.234` is 1234 or 1,234; `1.5` and `12.3456` tell).
 */
export function guessNotation(columns: readonly ColumnValues[]): NotationGuess {
  const numbers = columns
    .map(({ header, text }) => ({
      header,
      texts: [...text.keys()]
        .filter(each => !isMissingSign(each) && aboutCategory(each) === null)
        .slice(0, ENOUGH)
        .map(withoutUnit),
    }))
    .filter(({ texts }) => texts.length > 0 && texts.every(each => /\d/.test(each) && /^[-\u2212\d., \u00a0\u202f\u2009]+$/.test(each)));
  const trailing = numbers.some(({ texts }) => texts.some(text => /\d[-\u2212]$/.test(text)));
  const candidates = SIGNS.map((signs): Notation => ({ ...signs, minus: trailing ? 'trailing' : 'leading', missing: [] }));
  const read = candidates.map(notation => {
    const parse = decimalParser(WIDEST, notation, null);
    return numbers
      .filter(({ texts }) => texts.every(text => parse(text) !== undefined) && !mixes(texts, notation))
      .map(({ header }) => header);
  });
  const most = Math.max(0, ...read.map(headers => headers.length));
  const [best, ...equal] = candidates.flatMap((_, i) => (read[i]!.length === most ? [i] : []));
  const notation = candidates[best ?? 0]!;
  const others = equal.filter(i => candidates[i]!.decimal !== notation.decimal);
  const doubtful = numbers.flatMap(({ header, texts }) => {
    const example = texts.find(text => /^[-\u2212]?[1-9]\d{0,2}[.,]\d{3}$/.test(text));
    return example !== undefined && others.some(i => read[i]!.includes(header)) && read[best!]!.includes(header)
      ? [{ header, example }]
      : [];
  });
  return { notation, doubtful };
}

/** Groups of three in one number and four digits in a row in another: one who groups digits groups all of them. */
const mixes = (texts: readonly string[], { thousands }: Pick<Notation, 'thousands'>): boolean =>
  (thousands === '.' || thousands === ',') &&
  texts.some(text => text.includes(thousands)) &&
  texts.some(text => /^[-\u2212]?\d{4,}([.,]|$)/.test(text));
