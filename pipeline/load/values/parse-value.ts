import { isDay } from '../../contract/period.ts';
import type { Day } from '../../contract/period.ts';
import type { Value } from '../../warehouse/append-rows.ts';
import { PLAIN } from '../../words/format.ts';
import type { Notation } from '../../words/format.ts';
import type { Column } from '../../words/source.ts';
import { decimalParser, integerParser } from './number-parsers.ts';
import { dayOf, microseconds, timestampReader } from './read-timestamp.ts';
import { DATE_READERS, MONTH_READERS } from './written-forms.ts';

/** Gives a cell's value, or undefined where the text is not of the type. Nothing is trimmed, rounded or guessed. */
export type ValueParser = (text: string) => Value | undefined;
/** What of a column says how its texts are read. */
export type WrittenColumn = Pick<Column, 'type' | 'written' | 'unit'>;

/** What JSON can write and no text holds: control characters (but tabs and line ends), halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u;
/** In any mix of capitals. */
const BOOLEANS = new Map([
  ['true', true],
  ['ja', true],
  ['1', true],
  ['false', false],
  ['nej', false],
  ['0', false],
]);

/** The parser of a column's texts. An instant becomes the local time of `timeZone` (`Europe/Stockholm`). */
export function parserOf({ type, written, unit }: WrittenColumn, notation: Notation, timeZone: string): ValueParser {
  switch (type.name) {
    case 'text':
      return text => (NOT_TEXT.test(text) ? undefined : text);
    case 'integer':
      return integerParser(notation, unit);
    case 'decimal':
      return decimalParser(type, notation, unit);
    case 'date':
      return remember(written === 'timestamp' ? dayOfTimestamp(timeZone) : dayParser(readerOf(DATE_READERS, written, plainDay)));
    case 'month':
      return remember(dayParser(readerOf(MONTH_READERS, written, plainMonth)));
    case 'timestamp':
      return timestampParser(timeZone);
    case 'boolean':
      return text => BOOLEANS.get(text.toLowerCase());
  }
}

/**
 * The parser of values that the file itself types: written plainly, or, since a year or a compact day can be a number there,
 * as the column's texts are.
 */
export function typedParserOf(column: WrittenColumn, timeZone: string): ValueParser {
  const plain = parserOf({ type: column.type, written: null, unit: null }, PLAIN, timeZone);
  if (column.written === null) return plain;
  const written = parserOf(column, PLAIN, timeZone);
  return text => plain(text) ?? written(text);
}

const plainDay = (text: string): Day | undefined => (isDay(text) ? text : undefined);
const plainMonth = (text: string): Day | undefined => (/^\d{4}-\d{2}$/.test(text) ? plainDay(`${text}-01`) : undefined);

type Read = (text: string) => Day | undefined;
const readerOf = (forms: Readonly<Record<string, Read>>, written: string | null, plain: Read): Read =>
  written === null ? plain : forms[written]!;

/** Days since 1970-01-01. */
const dayParser =
  (read: Read): ValueParser =>
  text => {
    const day = read(text);
    return day === undefined ? undefined : Date.parse(day) / 86_400_000;
  };

function dayOfTimestamp(timeZone: string): ValueParser {
  const read = timestampReader(timeZone);
  return text => {
    const time = read(text);
    return time && dayOf(time);
  };
}

function timestampParser(timeZone: string): ValueParser {
  const read = timestampReader(timeZone);
  return text => {
    const time = read(text);
    return time && microseconds(time);
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
