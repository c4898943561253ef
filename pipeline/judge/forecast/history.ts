import type { NoForecast } from '../../contract/forecast.ts';
import { isSettled, type Observation } from '../../contract/observation.ts';
import { GRAIN_MONTHS, monthOf, type Month } from '../../contract/period.ts';
import type { MetricDeclaration } from '../../words/metric.ts';
import { isAdditive, quotient } from '../../words/value-rule.ts';

/** A finest period's numbers, exact. */
export type Numbers = Pick<Observation, 'value' | 'numerator' | 'denominator'>;

/** One finest period, as numbers that add up over periods. */
export interface Part {
  /** The period's own value. */
  value: number;
  /** The value of a sum or a stock, or numerator and denominator. */
  terms: readonly number[];
}

/** A cell's settled finest periods, without a hole, the latest last. */
export interface History {
  /** First month of the latest one. */
  last: Month;
  parts: readonly Part[];
}

export type Forecastable = Pick<MetricDeclaration, 'measure' | 'over_time' | 'per' | 'accept_gaps' | 'unit'>;

/** Finest periods that must be known: two whole seasons, five years of a yearly metric. */
export const leastParts = (season: number): number => (season === 1 ? 5 : 2 * season);

/**
 * What a cell's forecast is made from, or why there is none. `until` is the last month that may be read; `restate` gives
 * a period's numbers in the organisation of the latest one, null where they cannot be known.
 */
export function historyOf(
  metric: Forecastable,
  finest: readonly Observation[],
  until: Month,
  restate: (row: Observation) => Numbers | null = row => row,
): History | { reason: NoForecast } {
  const settled = finest.filter(row => isSettled(row, metric.accept_gaps) && monthOf(row.period_start) <= until);
  const latest = settled.at(-1);
  if (latest === undefined) return { reason: 'no-outcome' };
  const size = GRAIN_MONTHS[latest.grain];
  const last = monthOf(latest.period_start);
  const parts: Part[] = [];
  const isEnough = () => parts.length >= leastParts(12 / size);
  for (const row of settled.toReversed()) {
    if (monthOf(row.period_start) !== last - parts.length * size) break;
    const numbers = restate(row);
    const part = numbers && partOf(metric, numbers);
    if (part === null) return isEnough() ? { last, parts } : { reason: 'changed-organisation' };
    parts.unshift(part);
  }
  if (isEnough()) return { last, parts };
  return { reason: monthOf(finest[0]!.period_start) <= last - parts.length * size ? 'hole' : 'too-short' };
}

/** Averages and ratios have exact numerators and denominators; sums, stocks and given values have values alone. Null without a value. */
export function partOf(metric: Forecastable, { value, numerator, denominator }: Numbers): Part | null {
  if (value === null) return null;
  const isFraction = isAdditive(metric) && metric.over_time !== 'last' && numerator !== null && denominator !== null;
  return { value, terms: isFraction ? [Number(numerator), Number(denominator)] : [value] };
}

/** Finest periods in time order as each term by itself, which is how they go on. */
export type Terms = readonly (readonly number[])[];

export const termsOf = (parts: readonly Pick<Part, 'terms'>[]): Terms =>
  (parts[0]?.terms ?? []).map((_, term) => parts.map(part => part.terms[term]!));

/** The value over several finest periods: a stock is the last one. Null where nothing divides. */
export function wholeValue(
  { per, over_time }: Pick<Forecastable, 'per' | 'over_time'>,
  [first, second]: Terms,
  add: (values: readonly number[]) => number = plainSum,
): number | null {
  if (second) return quotient(per, add(first!), add(second));
  return over_time === 'last' ? first!.at(-1)! : add(first!);
}

/** The values of the periods one by one, null where nothing divides. */
export const valuesOf = ({ per }: Pick<Forecastable, 'per'>, [first, second]: Terms): readonly (number | null)[] =>
  second ? first!.map((numerator, i) => quotient(per, numerator, second[i]!)) : first!;

const plainSum = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
