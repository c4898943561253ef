import { round } from '../contract/round.ts';
import type { Target } from '../words/plan.ts';
import { isBetter } from './better.ts';
import { groupMembers, mean, median } from './group-comparison.ts';
import { notAssessable, reached, type Candidate, type TargetVerdict } from './target-verdict.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';

/** Strictly better than a group's median or mean, both sides rounded; too few members with a value cannot be judged. */
export function judgeAgainstGroup(
  judging: Judging,
  metric: MetricCells,
  target: Extract<Target, { type: 'better-than-group' }>,
  candidate: Candidate,
): TargetVerdict {
  const group = judging.project.municipality.groups.find(g => g.id === target.group);
  const values = group ? groupMembers(judging, metric, group, candidate.key).map(m => m.value) : [];
  const n = values.length;
  if (n === 0 || n < target.min_n) return notAssessable('few-members', { n });
  const against = target.than === 'median' ? median(values) : mean(values);
  const { decimals, desired } = metric.declaration;
  const better = isBetter(round(candidate.value, decimals), round(against, decimals), desired);
  return better === null ? notAssessable('nothing-to-compare', { n }) : reached(better, false, { against, n });
}
