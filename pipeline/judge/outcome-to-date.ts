import { isSettled, type Observation } from '../contract/observation.ts';
import { isBelowYear, type Day } from '../contract/period.ts';
import type { MetricCells } from './metric-cells.ts';
import { endOf, startOf, type AskedPeriod } from './outcome.ts';

/** The figure so far: a row, and the last day it is about. */
export interface OutcomeToDate {
  row: Observation;
  through: Day;
}

/**
 * The outcome to date of a period. For a year, the year to date through the latest settled finest period; for a shorter
 * period, or a metric without ytd, that period's own row. Null when there is none.
 */
export function outcomeToDate(metric: MetricCells, members: readonly string[], period: AskedPeriod, asOf: Day): OutcomeToDate | null {
  if (period.grain === 'year' && hasYearToDate(metric)) {
    const latest = latestSettled(metric, members, period, asOf);
    const row = latest && metric.row({ grain: metric.finest, window: 'ytd', period_start: latest.period_start, members });
    return row && { row, through: row.period_end };
  }
  const row = metric.row({ grain: period.grain, window: 'period', period_start: startOf(period), members });
  return row && { row, through: latestCovered(metric, members, period)?.period_end ?? row.period_end };
}

export const hasYearToDate = (metric: MetricCells): boolean => metric.declaration.windows.includes('ytd') && isBelowYear(metric.finest);

/** The period's finest rows that have ended, in time order. */
export const endedRows = (metric: MetricCells, members: readonly string[], period: AskedPeriod, asOf: Day): Observation[] =>
  metric.finestRows(members).filter(row => isWithin(row, period) && row.period_end < asOf);

const isWithin = (row: Observation, period: AskedPeriod): boolean => row.period_start >= startOf(period) && row.period_end <= endOf(period);

/** A period's own row reads what is covered, settled or not. */
const latestCovered = (metric: MetricCells, members: readonly string[], period: AskedPeriod): Observation | null =>
  metric.finestRows(members).findLast(row => isWithin(row, period) && row.flag !== 'missing') ?? null;

const latestSettled = (metric: MetricCells, members: readonly string[], period: AskedPeriod, asOf: Day): Observation | null =>
  endedRows(metric, members, period, asOf).findLast(row => isSettled(row, metric.declaration.accept_gaps)) ?? null;
