import { isDay, plusDays } from '../../contract/period.ts';
import type { Day } from '../../contract/period.ts';

/** Gives the day that a text says, as `2026-04-30`; undefined where it is not of the form, or no day that exists. */
export type DayReader = (text: string) => Day | undefined;

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
/** Whole names and their first three letters. */
const MONTH_NUMBERS = new Map(MONTHS.flatMap((name, i) => [name, name.slice(0, 3)].map(written => [written, i + 1] as const)));

const dayIn = (year: string | undefined, month: string | number, day: string | number): Day | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
};

/** A form is tried on lower case letters, composed (NFC). */
const form =
  (pattern: RegExp, read: (...groups: string[]) => Day | undefined): DayReader =>
  text => {
    const match = pattern.exec(text.normalize('NFC').toLowerCase());
    return match ? read(...match.slice(1).map(group => group ?? '')) : undefined;
  };

/** The Monday of a week by ISO 8601: the first week of a year is the one that holds 4 January. */
function monday(year: string, week: string): Day | undefined {
  const fourth = dayIn(year, 1, 4);
  if (fourth === undefined || Number(week) === 0) return undefined;
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const day = plusDays(fourth, 7 * (Number(week) - 1) - weekday);
  // A week belongs to the year of its Thursday: week 53 is not in every year.
  return plusDays(day, 3).slice(0, 4) === year ? day : undefined;
}

/** 1 July of the first year, where the second is the one after it. */
const schoolYear = (first: string, second: string): Day | undefined =>
  String(Number(first) + 1)
    .padStart(4, '0')
    .slice(-second.length) === second
    ? dayIn(first, 7, 1)
    : undefined;

const weeks = [
  form(/^v\. ?(\d{1,2}) (\d{4})$/, (week, year) => monday(year!, week!)),
  form(/^(\d{4})(?:-?w|v)(\d{2})$/, (year, week) => monday(year!, week!)),
];

/** Forms of a date but the plain one. A period is its first day. */
export const DATE_READERS: Readonly<Record<'compact' | 'swedish' | 'week' | 'quarter' | 'school-year' | 'year', DayReader>> = {
  compact: form(/^(\d{4})(\d{2})(\d{2})$/, (year, month, day) => dayIn(year, month!, day!)),
  swedish: form(/^(\d{1,2})[ \u00a0]([a-z]+)[ \u00a0](\d{4})$/, (day, month, year) => dayIn(year, MONTH_NUMBERS.get(month!) ?? 0, day!)),
  week: text => weeks[0]!(text) ?? weeks[1]!(text),
  quarter: form(/^(\d{4})k([1-4])$/, (year, quarter) => dayIn(year, 3 * Number(quarter) - 2, 1)),
  'school-year': form(/^(?:läsår )?(\d{4})\/(\d{2}|\d{4})$/, (first, second) => schoolYear(first!, second!)),
  year: form(/^(\d{4})$/, year => dayIn(year, 1, 1)),
};

/** Forms of a month but the plain one, as its first day. */
export const MONTH_READERS: Readonly<Record<'compact' | 'swedish' | 'pxweb', DayReader>> = {
  compact: form(/^(\d{4})(\d{2})$/, (year, month) => dayIn(year, month!, 1)),
  swedish: form(/^([a-z]+)[ \u00a0](\d{4})$/, (month, year) => dayIn(year, MONTH_NUMBERS.get(month!) ?? 0, 1)),
  pxweb: form(/^(\d{4})m(\d{2})$/, (year, month) => dayIn(year, month!, 1)),
};
