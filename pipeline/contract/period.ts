/** Calendar arithmetic. A month is a number, 12 × year + month − 1; a day is ISO text (`2026-10-15`). No time zone enters. */
export type Day = string;
export type Month = number;

/** Finest first. A school year is no part of a calendar year, nor the other way round: half-years make both. */
export const GRAINS = ['month', 'quarter', 'tertial', 'half-year', 'year', 'school-year'] as const;
export type Grain = (typeof GRAINS)[number];
/** `period`, `ytd`, or `rolling-<n>` where n counts finest periods. */
export type Window = 'period' | 'ytd' | `rolling-${number}`;

/** How many months a period of a grain has. */
export const GRAIN_MONTHS: Readonly<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  tertial: 4,
  'half-year': 6,
  year: 12,
  'school-year': 12,
};
/**
 * The month of the year, 0 is January, that a grain's periods count from. A school year is July to June: by law it begins
 * in August and ends in June (skolförordningen 2011:185), and from July it is two half-years, the autumn and spring terms.
 */
export const GRAIN_OFFSET: Readonly<Record<Grain, number>> = {
  month: 0,
  quarter: 0,
  tertial: 0,
  'half-year': 0,
  year: 0,
  'school-year': 6,
};

export const monthOf = (day: Day): Month => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
export const yearOf = (month: Month): number => Math.floor(month / 12);
export const firstDay = (month: Month): Day => `${String(yearOf(month)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
export const plusDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
/** How many days there are from `first` to `last`, both included. */
export const daysBetween = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
export const lastDay = (month: Month): Day => plusDays(firstDay(month + 1), -1);

/** The first month of the period of `grain` that holds `month`. */
export const periodStart = (month: Month, grain: Grain): Month => month - ((month - GRAIN_OFFSET[grain] + 12) % GRAIN_MONTHS[grain]);
/** The last month of the period of `grain` that begins at `start`. */
export const periodEnd = (start: Month, grain: Grain): Month => start + GRAIN_MONTHS[grain] - 1;

/** True for periods shorter than a year: those have a year to date. */
export const isBelowYear = (grain: Grain): boolean => GRAIN_MONTHS[grain] < 12;

/** True where every period of `grain` is whole periods of `finest`: a school year is of months, quarters and half-years. */
export const isMadeOf = (grain: Grain, finest: Grain): boolean =>
  GRAIN_MONTHS[grain] % GRAIN_MONTHS[finest] === 0 && (GRAIN_OFFSET[grain] - GRAIN_OFFSET[finest]) % GRAIN_MONTHS[finest] === 0;

/** Every month from `first` to `last`, both included; none when last is before first. */
export const monthsBetween = (first: Month, last: Month): Month[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** True for a day that exists, written as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;

const LETTERS: Readonly<Record<string, Grain>> = { Q: 'quarter', T: 'tertial', H: 'half-year' };
const WRITTEN = /^(?<year>\d{4})(?:-(?:Q(?<Q>[1-4])|T(?<T>[1-3])|H(?<H>[12])|(?<month>0[1-9]|1[0-2]))|\/(?<next>\d\d))?$/;

/**
 * The months a period written as text holds: `2026`, `2026-H1`, `2026-T2`, `2026-Q3`, `2026-08`, or the school year
 * `2025/26`. Anything else is null.
 */
export function parsePeriod(text: string): { grain: Grain; first: Month; last: Month } | null {
  const written = WRITTEN.exec(text)?.groups;
  if (!written) return null;
  const january = 12 * Number(written.year);
  const of = (grain: Grain, first: Month) => ({ grain, first, last: periodEnd(first, grain) });
  if (written.next !== undefined)
    return Number(written.next) === (yearOf(january) + 1) % 100 ? of('school-year', january + GRAIN_OFFSET['school-year']) : null;
  if (written.month) return of('month', january + Number(written.month) - 1);
  for (const [letter, grain] of Object.entries(LETTERS))
    if (written[letter]) return of(grain, january + (Number(written[letter]) - 1) * GRAIN_MONTHS[grain]);
  return of('year', january);
}

/** A period of `grain` as text, by its first month: what `parsePeriod` reads. */
export function writePeriod(grain: Grain, start: Month): string {
  const year = String(yearOf(start)).padStart(4, '0');
  if (grain === 'year') return year;
  if (grain === 'school-year') return `${year}/${String((yearOf(start) + 1) % 100).padStart(2, '0')}`;
  if (grain === 'month') return firstDay(start).slice(0, 7);
  const letter = Object.keys(LETTERS).find(known => LETTERS[known] === grain)!;
  return `${year}-${letter}${(start % 12) / GRAIN_MONTHS[grain] + 1}`;
}
