import type { JudgedGoal, JudgedIndicator } from '../contract/goals.ts';
import { noRecallNow } from '../words/recall.ts';
import type { Judged } from '../words/stages.ts';
import { judgePlan } from './judge-goal.ts';
import { judgeMetric } from './judge-metric.ts';
import { prepareJudging, type JudgeInput } from './judging.ts';
import { judgeOwnTargets } from './own-targets.ts';
import { plansInForce } from './plan-in-force.ts';
import { attentionLists } from './signals/attention.ts';

export type { JudgeInput } from './judging.ts';

/**
 * One audience's cells + plans → status, trend, comparison, forecast and words. Pure: everything said follows from the
 * cells that this audience may see, so nothing hidden can be read out of it. What is said of a metric may be recalled.
 */
export function judge(input: JudgeInput, recall = noRecallNow): Judged {
  const judging = prepareJudging(input);
  const plans = plansInForce(input.project.plans, input.asOf).map(plan => judgePlan(judging, plan));
  const inPlans = plans.filter(plan => !plan.ended).flatMap(plan => plan.goals.flatMap(indicatorsOf));
  const own = judgeOwnTargets(judging);
  const judged = [...judging.metrics.values()].map(metric => {
    const { facts, cells } = judgeMetric(judging, metric, [...inPlans, ...own], recall);
    const { id } = metric.declaration;
    return { facts, judgements: { metric: id, own_target: own.find(one => one.metric === id) ?? null, cells } };
  });
  const facts = judged.flatMap(one => one.facts);
  const nodes = input.hierarchies[judging.place ?? ''] ?? [];
  return { plans, facts, judgements: judged.map(one => one.judgements), attention: attentionLists(judging, facts, nodes) };
}

const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];
