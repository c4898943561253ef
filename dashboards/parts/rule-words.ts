import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import { goalTexts as t } from '#texts/goal.ts';

/** The rule, and how much of the goal has a status. */
export function ruleWords(goal: JudgedGoal): string {
  if (goal.rule === null) return t.noRule;
  const share = (part: number) => `${formatNumber(100 * part, 0)}\u00a0%`;
  return [
    t.rule[goal.rule],
    ...(goal.assessed_by === null ? [] : [t.assessedBy(goal.assessed_by)]),
    ...(goal.covered === null ? [] : [t.coverage(share(goal.covered), share(goal.coverage))]),
  ].join(' ');
}
