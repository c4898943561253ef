import { round } from '../contract/round.ts';
import type { Target } from '../words/plan.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { judgeAgainstGroup } from './target-group.ts';
import { judgeAgainstLastYear } from './target-last-year.ts';
import { judgeAgainstLimit } from './target-limit.ts';
import { notAssessable, reached, type Candidate, type TargetVerdict } from './target-verdict.ts';

/** Judges a value as it is printed, rounded to the metric's decimals. A milestone has no figure: see `judgeMilestone`. */
export function judgeTarget(
  judging: Judging,
  metric: MetricCells,
  target: Exclude<Target, { type: 'milestone' }>,
  candidate: Candidate,
): TargetVerdict {
  switch (target.type) {
    case 'at-most':
    case 'at-least':
      return judgeAgainstLimit(judging, metric, target, candidate);
    case 'between': {
      const value = round(candidate.value, metric.declaration.decimals);
      const within = ([low, high]: readonly [number, number]) => value >= low && value <= high;
      return reached(within([target.low, target.high]), target.partly !== null && within(target.partly), {
        against: `${target.low} ${target.high}`,
      });
    }
    case 'better-than-last-year':
      return judgeAgainstLastYear(metric, candidate);
    case 'better-than-group':
      return judgeAgainstGroup(judging, metric, target, candidate);
    case 'none':
      return notAssessable('no-target');
  }
}
