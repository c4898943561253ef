import { GRAIN_MONTHS, lastDay, parsePeriod, periodEnd, periodStart, type Day, type Grain } from '../contract/period.ts';
import type { Reason, Status } from '../contract/status.ts';
import type { Report } from '../words/stages.ts';
import type { PlanInForce } from './plan-in-force.ts';

export interface AssessedStatus {
  status: Status;
  rests_on: 'assessment' | null;
  /** Last day of the period that was assessed. */
  period_end: Day | null;
  reason: Reason | null;
}

/**
 * The latest status of one role, in the reports' order. Overdue once the next period of the cadence has ended, within
 * the plan's own time; it keeps its status.
 */
export function judgeAssessed(
  role: string | null,
  cadence: Grain | null,
  reports: readonly Report[],
  plan: Pick<PlanInForce, 'to'>,
  asOf: Day,
): AssessedStatus {
  const said = reports.findLast(r => r.status !== null && r.role === role);
  if (!said || said.status === null) return { status: 'not-assessable', rests_on: null, period_end: null, reason: 'no-assessment' };
  const period = parsePeriod(said.period);
  const due = period && cadence && lastDay(periodEnd(periodStart(period.last, cadence) + GRAIN_MONTHS[cadence], cadence));
  const overdue = due !== null && due < asOf && (plan.to === null || due <= plan.to);
  return { status: said.status, rests_on: 'assessment', period_end: period && lastDay(period.last), reason: overdue ? 'overdue' : null };
}
