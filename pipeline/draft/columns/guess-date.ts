import { parserOf } from '../../load/values/parse-value.ts';
import { PLAIN } from '../../words/format.ts';
import type { ColumnType, WrittenForm } from '../../words/source.ts';

export interface DateForm {
  type: ColumnType;
  written: WrittenForm | null;
}

const form = (name: 'date' | 'month' | 'timestamp', written: WrittenForm | null = null): DateForm => ({ type: { name }, written });
const FORMS: readonly DateForm[] = [
  form('date'),
  form('month'),
  form('timestamp'),
  form('date', 'swedish'),
  form('month', 'swedish'),
  form('month', 'pxweb'),
  form('date', 'quarter'),
  form('date', 'week'),
  form('date', 'school-year'),
];
/** Digits alone, which could be numbers: years of living people's files. */
const DIGITS: readonly [DateForm, RegExp][] = [
  [form('date', 'compact'), /^(19|20)\d{6}$/],
  [form('month', 'compact'), /^(19|20)\d{4}$/],
];

/** Every text as the form has it. Clocks do not matter here: any time zone reads the same texts. */
const reads = ({ type, written }: DateForm, texts: readonly string[]): boolean => {
  const parse = parserOf({ type, written, unit: null }, PLAIN, 'Europe/Stockholm');
  return texts.every(text => parse(text) !== undefined);
};

/** How all of a column's texts are dates; null where they are none. */
export const guessDate = (texts: readonly string[]): DateForm | null => FORMS.find(each => reads(each, texts)) ?? null;

/** How all of a column's digits could be days or months (`20260430`, `202604`); null where they could not. */
export const guessDigitDate = (texts: readonly string[]): DateForm | null =>
  DIGITS.find(([each, pattern]) => texts.every(text => pattern.test(text)) && reads(each, texts))?.[0] ?? null;

/** True for a header that says that its column is about time. */
export const isAboutTime = (header: string): boolean =>
  /datum|dag|m\u00e5nad|manad|period|date|month|\btid\b|\bday\b|m\u00e5n\b/i.test(header);

/**
 * Days in figures with the year last (`01/02/2026`), which no form reads: `day first` or `month first` where a number over 12
 * tells, `either` where none does; null where the texts are no such days.
 */
export function figureDays(texts: readonly string[]): 'day first' | 'month first' | 'either' | null {
  const days = texts.map(text => /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text));
  if (days.some(match => match === null)) return null;
  const [first, second] = [1, 2].map(group => Math.max(...days.map(match => Number(match![group]))));
  if (first! > 12 && second! <= 12) return 'day first';
  if (second! > 12 && first! <= 12) return 'month first';
  return first! <= 12 ? 'either' : null;
}
