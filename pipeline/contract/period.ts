/** Calendar arithmetic. A month is a number, 12 × year + month − 1; a day is ISO text (`2026-10-15`). No time zone enters. */
export type Day = string;
export type Month = number;

export const GRAINS = ['month', 'quarter', 'tertial', 'half-year', 'year'] as const;
export type Grain = (typeof GRAINS)[number];
/** `period`, `ytd`, or `rolling-<n>` where n counts finest periods. */
export type Window = 'period' | 'ytd' | `rolling-${number}`;

/** How many months a period of a grain has. */
export const GRAIN_MONTHS: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, tertial: 4, 'half-year': 6, year: 12 };

export const monthOf = (day: Day): Month => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
export const yearOf = (month: Month): number => Math.floor(month / 12);
export const firstDay = (month: Month): Day => `${String(yearOf(month)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
export const plusDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const lastDay = (month: Month): Day => plusDays(firstDay(month + 1), -1);

/** The first month of the period of `grain` that holds `month`. */
export const periodStart = (month: Month, grain: Grain): Month => month - (month % GRAIN_MONTHS[grain]);
/** The last month of the period of `grain` that begins at `start`. */
export const periodEnd = (start: Month, grain: Grain): Month => start + GRAIN_MONTHS[grain] - 1;

/** Every month from `first` to `last`, both included; none when last is before first. */
export const monthsBetween = (first: Month, last: Month): Month[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** True for a day that exists, written as `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;

/**
 * The months a reporting period written as text holds: `2026`, `2026-T2` or `2026-08`.
 * Anything else is null.
 */
export function parsePeriod(text: string): { grain: Grain; first: Month; last: Month } | null {
  const match = /^(\d{4})(?:-(?:T([1-3])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return null;
  const january = 12 * Number(match[1]);
  if (match[2]) return { grain: 'tertial', first: january + 4 * (Number(match[2]) - 1), last: january + 4 * Number(match[2]) - 1 };
  if (match[3]) return { grain: 'month', first: january + Number(match[3]) - 1, last: january + Number(match[3]) - 1 };
  return { grain: 'year', first: january, last: january + 11 };
}
