import type { Day, Grain, Month } from './period.ts';
import { GRAIN_MONTHS, monthOf, periodEnd, periodStart, writePeriod, yearOf } from './period.ts';

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;
const SHORT = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'] as const;
const DASH = '–';

/** `17 november 2026`. */
export const formatDay = (day: Day): string => `${Number(day.slice(8, 10))} ${formatMonth(monthOf(day))}`;

/** `oktober 2026`. */
export const formatMonth = (month: Month): string => `${monthName(month)} ${yearOf(month)}`;

/** `okt 2026`. */
export const formatMonthShort = (month: Month): string => `${monthNameShort(month)} ${yearOf(month)}`;

/** `oktober`. */
export const monthName = (month: Month): string => MONTHS[month % 12]!;

/** `okt`; mars, maj, juni and juli are written out, as Swedish does. */
export const monthNameShort = (month: Month): string => SHORT[month % 12]!;

/**
 * From the first to the last month, both included: `januari–augusti 2026`, `oktober 2026`, `2026` for a whole year,
 * `läsåret 2025/26` for July to June.
 */
export const formatSpan = (first: Month, last: Month): string => schoolYear(first, last, 'läsåret') ?? span(first, last, monthName);

/** As `formatSpan`, with short months: `jan–okt 2026`, `läsår 2025/26`. */
export const formatSpanShort = (first: Month, last: Month): string => schoolYear(first, last, 'läsår') ?? span(first, last, monthNameShort);

/** A grain's period by its first day: `oktober 2026`, `maj–augusti 2026`, `2026`. */
export const formatPeriod = (grain: Grain, start: Day): string => formatSpan(monthOf(start), monthOf(start) + GRAIN_MONTHS[grain] - 1);

/** As `formatPeriod`, with short months: `okt 2026`, `maj–aug 2026`, `2026`. */
export const formatPeriodShort = (grain: Grain, start: Day): string =>
  formatSpanShort(monthOf(start), monthOf(start) + GRAIN_MONTHS[grain] - 1);

const schoolYear = (first: Month, last: Month, word: string): string | null =>
  periodStart(first, 'school-year') === first && periodEnd(first, 'school-year') === last
    ? `${word} ${writePeriod('school-year', first)}`
    : null;

function span(first: Month, last: Month, name: (month: Month) => string): string {
  if (first === last) return `${name(first)} ${yearOf(first)}`;
  if (first % 12 === 0 && last % 12 === 11) {
    return yearOf(first) === yearOf(last) ? `${yearOf(first)}` : `${yearOf(first)}${DASH}${yearOf(last)}`;
  }
  if (yearOf(first) === yearOf(last)) return `${name(first)}${DASH}${name(last)} ${yearOf(first)}`;
  return `${name(first)} ${yearOf(first)}${DASH}${name(last)} ${yearOf(last)}`;
}
