import { formatMonth, formatSpan, monthName } from '../contract/format-day.ts';
import { formatNumber, type Unit } from '../contract/format-number.ts';
import type { Observation } from '../contract/observation.ts';
import { isBelowYear, monthOf, parsePeriod, yearOf, type Day, type Month } from '../contract/period.ts';
import { round } from '../contract/round.ts';
import { unitLabel } from '../contract/unit-label.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { isAdditive } from '../words/value-rule.ts';
import type { Judging } from './judging.ts';
import { windowOf } from './last-year.ts';
import { finestSize, type MetricCells } from './metric-cells.ts';
import { sv } from './texts/sv.ts';

/** A metric's unit as readers see it. A unit that is the metric's own name is not said twice. */
export function unitOf(judging: Judging, metric: MetricDeclaration): Unit {
  const label = unitLabel(metric.unit, judging.project.municipality.units_of_measure);
  const said = label.toLocaleLowerCase('sv') === metric.name.toLocaleLowerCase('sv') ? '' : label;
  return { unit: said, unit_id: metric.unit, decimals: metric.decimals };
}

const ONE: Readonly<Record<string, string>> = { dagar: 'dag', timmar: 'timme', procentenheter: 'procentenhet', '%': '%', kr: 'kr' };

/** A value with its unit. Where the number is one, the unit is in the singular; one whose singular is not known gets a decimal. */
export function sayValue(value: number, { unit, decimals }: Unit): string {
  const number = formatNumber(value, decimals);
  if (unit === '') return number;
  const isOne = Math.abs(round(value, decimals)) === 1 && decimals === 0;
  if (!isOne) return `${number}\u00a0${unit}`;
  const singular = ONE[unit];
  return singular ? `${number}\u00a0${singular}` : `${formatNumber(value, 1)}\u00a0${unit}`;
}

/** `63,0 ± 4,0 poäng`: a value with its margin of error, where one is known. */
export const sayWithMargin = (value: number, margin: number | null, unit: Unit): string =>
  margin === null ? sayValue(value, unit) : `${formatNumber(value, unit.decimals)}\u00a0±\u00a0${sayValue(margin, unit)}`;

/** A value beside another one: a unit that the municipality declares may be long, and is said once. */
export const sayBeside = (value: number, unit: Unit): string => sayValue(value, ONE[unit.unit] ? unit : { ...unit, unit: '' });

/** How far apart two printed values are, without sign; percent differ in percentage points. */
export const sayDifference = (own: number, other: number, unit: Unit): string =>
  sayBeside(Math.abs(own - other), unit.unit_id === 'percent' ? { ...unit, unit: 'procentenheter' } : unit);

/** A limit as it was decided: with the decimals it was written with. */
export const sayLimit = (limit: number, unit: Unit): string => sayValue(limit, { ...unit, decimals: decimalsOf(limit) });
export const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** `i augusti 2026`, `under 2025`, `under maj–augusti 2026`. */
export function sayWhen({ first, last }: Span): string {
  return first === last ? sv.inMonth(formatMonth(first)) : sv.inSpan(formatSpan(first, last));
}

export interface Span {
  first: Month;
  last: Month;
}

/** What a row speaks of, up to the day it has come to: its window, or for a stock the finest period it was read in. */
export function spanOf(metric: MetricCells, row: Observation, through: Day = row.period_end): Span {
  const last = monthOf(through);
  const isStock = isAdditive(metric.declaration) && metric.declaration.over_time === 'last';
  return isStock ? { first: last + 1 - finestSize(metric), last } : { first: Math.min(windowOf(row).first, last), last };
}

/** `maj–juni och augusti 2026`, `januari–september 2026`, or years, from periods as `2026-05 2026-06 2026-08`. */
export function sayMonths(months: string): string {
  const periods = months.split(' ').map(period => parsePeriod(period)!);
  if (!periods.every(period => isBelowYear(period.grain))) return sv.list(periods.map(({ first, last }) => formatSpan(first, last)));
  const spans: Span[] = [];
  for (const { first, last } of periods) {
    const span = spans.at(-1);
    if (span && span.last === first - 1) span.last = last;
    else spans.push({ first, last });
  }
  const year = yearOf(spans[0]!.first);
  if (spans.length === 1 || spans.some(span => yearOf(span.first) !== year || yearOf(span.last) !== year)) {
    return sv.list(spans.map(span => formatSpan(span.first, span.last)));
  }
  const names = spans.map(({ first, last }) => (first === last ? monthName(first) : sv.fromTo(monthName(first), monthName(last))));
  return sv.inThatYear(sv.list(names), String(year));
}
