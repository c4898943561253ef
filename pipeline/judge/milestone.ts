import type { Day } from '../contract/period.ts';
import type { Basis, Reason, Status } from '../contract/status.ts';
import type { Indicator } from '../words/plan.ts';
import type { Report } from '../words/stages.ts';

export interface MilestoneStatus {
  status: Status;
  rests_on: Basis | null;
  reason: Reason | null;
}

/**
 * A milestone by its latest reported state: done is met; until its day ongoing is partly, resting on forecast, and
 * anything else cannot be assessed; after it, as its `late` says.
 */
export function judgeMilestone(
  indicator: Pick<Indicator, 'by' | 'late'>,
  reports: readonly Report[],
  ended: boolean,
  asOf: Day,
): MilestoneStatus {
  const state = latestState(reports);
  if (state === 'done') return { status: 'met', rests_on: 'outcome', reason: null };
  if (ended || indicator.by < asOf) return { status: indicator.late, rests_on: 'outcome', reason: null };
  if (state === 'ongoing') return { status: 'partly', rests_on: 'forecast', reason: null };
  return { status: 'not-assessable', rests_on: null, reason: 'not-done' };
}

/** The state of the latest report that says one. */
export const latestState = (reports: readonly Report[]): Report['state'] => reports.findLast(r => r.state !== null)?.state ?? null;
