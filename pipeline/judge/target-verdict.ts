import type { Observation } from '../contract/observation.ts';
import type { Reason, Status } from '../contract/status.ts';
import type { RowKey } from './metric-cells.ts';

/** A figure to judge: an outcome, an outcome to date, or a forecast. */
export interface Candidate {
  basis: 'outcome' | 'to-date' | 'forecast';
  /** Unrounded. */
  value: number;
  /** The key whose targets, group members and last year's value it is judged against. */
  key: RowKey;
  /** The published row; null for a forecast. */
  row: Observation | null;
  /** Years between the metric's measurements. */
  every: number;
  /** The member of each of the metric's dimensions. */
  cell: Readonly<Record<string, string>>;
}

/** What a figure came to against a target. `compared`, `against`, `n` and `months` are as in goals.csv. */
export interface TargetVerdict {
  status: Status;
  reason: Reason | null;
  compared: number | null;
  against: number | string | null;
  n: number | null;
  months: string | null;
}

const NOTHING: TargetVerdict = { status: 'not-assessable', reason: null, compared: null, against: null, n: null, months: null };

export const reached = (met: boolean, partly: boolean, beside: Partial<TargetVerdict>): TargetVerdict => ({
  ...NOTHING,
  ...beside,
  status: met ? 'met' : partly ? 'partly' : 'not-met',
});

export const notAssessable = (reason: Reason, beside: Partial<TargetVerdict> = {}): TargetVerdict => ({ ...NOTHING, ...beside, reason });
