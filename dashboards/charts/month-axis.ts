import { monthNameShort } from '../../pipeline/contract/format-day.ts';
import type { Grain, Month } from '../../pipeline/contract/period.ts';
import { GRAIN_MONTHS, GRAIN_OFFSET, writePeriod, yearOf } from '../../pipeline/contract/period.ts';

export interface MonthAxis {
  ticks: readonly Month[];
  /** Empty at the grains year and school year. */
  months: readonly { month: Month; text: string }[];
  years: readonly { month: Month; text: string }[];
}

const STEPS = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120] as const;

/** Labels for periods that begin at `first` to `last`, at most `most` of them: months as `jan`, the year under its first label. */
export function monthAxis(first: Month, last: Month, grain: Grain, most: number): MonthAxis {
  const length = GRAIN_MONTHS[grain];
  // Months are labelled by quarters and halves of the year; four months are a step for tertials alone.
  const fits = (candidate: number) => candidate % length === 0 && (candidate !== 4 || length === 4);
  const step = STEPS.find(candidate => fits(candidate) && (last - first) / candidate < most) ?? 240;
  const begin = Math.ceil((first - GRAIN_OFFSET[grain]) / step) * step + GRAIN_OFFSET[grain];
  const ticks = Array.from({ length: Math.max(0, Math.floor((last - begin) / step) + 1) }, (_, i) => begin + i * step);
  const year = (month: Month) => ({ month, text: grain === 'school-year' ? writePeriod(grain, month) : String(yearOf(month)) });
  if (step >= 12) return { ticks, months: length === 12 ? [] : ticks.map(name), years: ticks.map(year) };
  const firstOfYear = ticks.filter((month, i) => i === 0 || yearOf(month) !== yearOf(ticks[i - 1]!));
  // A year begins under January; the first label has its year too where January's is far enough away.
  const years = firstOfYear.filter((month, i) => month % 12 === 0 || firstOfYear.length === 1 || firstOfYear[i + 1]! - month >= 2 * step);
  return { ticks, months: ticks.map(name), years: years.map(year) };
}

const name = (month: Month) => ({ month, text: monthNameShort(month) });
