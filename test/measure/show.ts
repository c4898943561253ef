import type { Cell, Comparison, Mark, Observation, PartObservation } from '../../pipeline/contract/observation.ts';
import { monthOf, writePeriod } from '../../pipeline/contract/period.ts';
import type { Measured, MeasuredMetric } from '../../pipeline/words/stages.ts';

/** `2025-03`, `2025-Q1`, `2025-T1`, `2025-H1`, `2025` or `2025/26`, with the window where it is not the period itself. */
function when({ grain, window, period_start }: Pick<Observation, 'grain' | 'window' | 'period_start'>): string {
  const period = writePeriod(grain, monthOf(period_start));
  return window === 'period' ? period : `${period} ${window}`;
}

/** `50 = 1/2 of 3`: the value, its numerator and denominator, and the population; or the flag. */
function what({ value, numerator, denominator, population, flag }: Cell): string {
  const parts = denominator === null ? '' : ` = ${numerator}/${denominator}`;
  return `${flag ?? value}${parts}${population === null ? '' : ` of ${population}`}`;
}

const marked = (marks: readonly Mark[]): string => (marks.length === 0 ? '' : ` [${marks.join(' ')}]`);
const cell = (o: Observation): string => `${[when(o), ...o.members].join(' ')}: ${what(o)}${marked(o.marks)}`;

export const showPart = (o: PartObservation): string => `${when(o)} ${o.members.join(' ')} under ${o.parent}: ${what(o)}`;
export const showComparison = (c: Comparison): string =>
  `${[when(c), ...c.members].join(' ')} over ${c.months.map(day => day.slice(5, 7)).join(' ')}: ${what(c.own)} | ${what(c.before)}`;

/** A metric's observations, one line each, those that begin with `at` (`2025-01 A`) alone. */
export const show = (metric: Pick<MeasuredMetric, 'observations'>, at: string | RegExp = ''): string[] =>
  metric.observations.map(cell).filter(line => (typeof at === 'string' ? line.startsWith(at) : at.test(line)));

/** Lines of an expected table, without the indentation. */
export const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());

export const metricOf = (measured: Measured, id?: string): MeasuredMetric =>
  id === undefined ? measured.metrics[0]! : measured.metrics.find(metric => metric.declaration.id === id)!;
export const codes = (measured: Measured): string[] => measured.findings.map(finding => finding.code).sort();
