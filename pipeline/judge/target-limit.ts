import { isSettled } from '../contract/observation.ts';
import { round } from '../contract/round.ts';
import type { Reason } from '../contract/status.ts';
import type { Limit, Target } from '../words/plan.ts';
import { cellMembers, inOrder } from './cell-members.ts';
import { notAssessable, reached, type Candidate, type TargetVerdict } from './target-verdict.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { whyUnsettled } from './unsettled.ts';

/** At most or at least a number, or what another metric is for the same key. */
export function judgeAgainstLimit(
  judging: Judging,
  metric: MetricCells,
  target: Extract<Target, { type: 'at-most' | 'at-least' }>,
  candidate: Candidate,
): TargetVerdict {
  const limit = limitValue(judging, target.limit, candidate);
  if ('reason' in limit) return notAssessable(limit.reason);
  const value = round(candidate.value, metric.declaration.decimals);
  const reaches = (other: number) => (target.type === 'at-most' ? value <= other : value >= other);
  return reached(reaches(limit.printed), target.partly !== null && reaches(target.partly), { against: limit.value });
}

/** A declared number is a limit as it stands; another metric's value as that metric prints it. */
function limitValue(judging: Judging, limit: Limit, candidate: Candidate): { value: number; printed: number } | { reason: Reason } {
  if (limit.type === 'number') return { value: limit.value, printed: limit.value };
  const other = judging.metrics.get(limit.id);
  if (!other) return { reason: judging.project.metrics.some(m => m.id === limit.id) ? 'not-public' : 'nothing-to-compare' };
  const place = judging.place === null ? '*' : (candidate.cell[judging.place] ?? '*');
  const members = inOrder(other.declaration, cellMembers(judging, other.declaration, candidate.cell, place));
  const row = other.row({ ...candidate.key, members });
  if (row === null) return { reason: 'nothing-to-compare' };
  // What an outcome is held against must itself be settled; so far, both sides are as far as they have come.
  const usable = row.value !== null && (candidate.basis === 'to-date' || isSettled(row, other.declaration.accept_gaps));
  if (!usable) return { reason: row.flag === 'missing' ? 'nothing-to-compare' : whyUnsettled(row, other.declaration.accept_gaps) };
  return { value: row.value!, printed: round(row.value!, other.declaration.decimals) };
}
