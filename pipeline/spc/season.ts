import { mean } from './mean.ts';

/** A value of one month, counted from any month that is a January; null where it is missing. */
export interface MonthlyValue {
  month: number;
  value: number | null;
}

type Known = MonthlyValue & { value: number };

/** Fewer months than three years cannot tell a season from chance. */
const LEAST_MONTHS = 36;
const LEAST_OF_EACH = 2;
/** The normal deviate that chance exceeds two times in a thousand: strict, since every cell of every metric is tested. */
const CRITICAL = 2.878;

/**
 * What each calendar month (January first) lies above the mean of all, where a series is seasonal; null where it is not, or is
 * too short to tell. The season is each calendar month's mean less the whole's, over the same values.
 *
 * The test is the F test of eleven monthly dummies beside an even trend (Lytras, Feldpausch and Bell, *Determining Seasonality*,
 * US Census Bureau 2007), at the level 0.002; measured false alarms and detections are in `docs/signals.md`.
 */
export function seasonOf(series: readonly MonthlyValue[]): readonly number[] | null {
  const known = series.filter((one): one is Known => one.value !== null);
  const months = byCalendarMonth(known);
  if (known.length < LEAST_MONTHS || months.some(values => values.length < LEAST_OF_EACH)) return null;
  if (!isSeasonal(byCalendarMonth(withoutTrend(known)), known.length)) return null;
  const whole = mean(known.map(({ value }) => value));
  return months.map(values => mean(values) - whole);
}

function isSeasonal(months: readonly (readonly number[])[], n: number): boolean {
  const all = squares(months.flat());
  const within = months.reduce((sum, values) => sum + squares(values), 0);
  if (within === 0) return all > 0;
  const left = n - 13;
  return deviateOfF((all - within) / 11 / (within / left), 11, left) > CRITICAL;
}

/** The normal deviate of an F ratio (Paulson, Annals of Mathematical Statistics 13, 1942). */
export function deviateOfF(ratio: number, above: number, below: number): number {
  const [a, b] = [2 / (9 * above), 2 / (9 * below)];
  const root = Math.cbrt(ratio);
  return ((1 - b) * root - (1 - a)) / Math.sqrt(b * root ** 2 + a);
}

const squares = (values: readonly number[]): number => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
};

function byCalendarMonth(series: readonly Known[]): number[][] {
  const months: number[][] = Array.from({ length: 12 }, () => []);
  for (const { month, value } of series) months[month % 12]!.push(value);
  return months;
}

/** Less the line of least squares. */
function withoutTrend(series: readonly Known[]): Known[] {
  const at = mean(series.map(({ month }) => month));
  const level = mean(series.map(({ value }) => value));
  const spread = series.reduce((sum, { month }) => sum + (month - at) ** 2, 0);
  const slope = series.reduce((sum, { month, value }) => sum + (month - at) * (value - level), 0) / spread;
  return series.map(({ month, value }) => ({ month, value: value - level - slope * (month - at) }));
}
