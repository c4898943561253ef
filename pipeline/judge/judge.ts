import type { JudgedGoal, JudgedIndicator } from '../contract/goals.ts';
import type { Judged } from '../words/stages.ts';
import { cellJudgements } from './cell-judgements.ts';
import { judgePlan } from './judge-goal.ts';
import { prepareJudging, type JudgeInput } from './judging.ts';
import { metricFacts } from './metric-facts.ts';
import { judgeOwnTargets } from './own-targets.ts';
import { plansInForce } from './plan-in-force.ts';
import { attentionLists } from './signals/attention.ts';

export type { JudgeInput } from './judging.ts';

/**
 * One audience's cells + plans → status, trend, comparison, forecast and words. Pure: everything said follows from the
 * cells that this audience may see, so nothing hidden can be read out of it.
 */
export function judge(input: JudgeInput): Judged {
  const judging = prepareJudging(input);
  const plans = plansInForce(input.project.plans, input.asOf).map(plan => judgePlan(judging, plan));
  const inPlans = plans.filter(plan => !plan.ended).flatMap(plan => plan.goals.flatMap(indicatorsOf));
  const indicators = [...inPlans, ...judgeOwnTargets(judging)];
  const facts = metricFacts(judging, indicators);
  const nodes = input.hierarchies[judging.place ?? ''] ?? [];
  return { plans, facts, judgements: cellJudgements(judging, indicators, facts), attention: attentionLists(judging, facts, nodes) };
}

const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];
