import type { JudgedGoal, JudgedPlan } from '../contract/goals.ts';
import { hasTarget } from '../contract/has-target.ts';
import type { Goal } from '../words/plan.ts';
import { activitySums } from './activity-sums.ts';
import { judgeAssessed } from './assessed-goal.ts';
import { goalSentence } from './goal-sentence.ts';
import { applyRule } from './goal-rules.ts';
import { judgeIndicator } from './judge-indicator.ts';
import type { Judging } from './judging.ts';
import type { PlanInForce } from './plan-in-force.ts';
import { assessmentOf, publishedActivity, publishedAssignment, publishedDecision } from './published.ts';

export function judgePlan(judging: Judging, plan: PlanInForce): JudgedPlan {
  const { version, to, ended } = plan;
  return {
    plan: version.plan,
    version: version.version,
    name: version.name,
    vision: version.vision,
    adopted: publishedDecision(version.adopted),
    in_force: { from: version.in_force.from, to },
    ended,
    goals: version.goals.map(goal => judgeGoal(judging, plan, goal, '*')),
  };
}

/** A goal with everything under it. A goal that names no place has its parent's. */
export function judgeGoal(judging: Judging, plan: PlanInForce, goal: Goal, parentPlace: string): JudgedGoal {
  const { version } = plan;
  const place = goal.place ?? parentPlace;
  const reports = judging.reportsOf(version.plan, goal.id);
  const indicators = goal.indicators.map(indicator => judgeIndicator(judging, plan, indicator, place));
  const goals = goal.goals.map(child => judgeGoal(judging, plan, child, place));
  const parts = [...(goal.counts === 'goals' ? [] : indicators.filter(hasTarget)), ...(goal.counts === 'indicators' ? [] : goals)];
  const activities = goal.activities.map(activity => publishedActivity(judging, plan, activity));
  const judged: Omit<JudgedGoal, 'sentence'> = {
    kind: 'goal',
    plan: version.plan,
    version: version.version,
    id: goal.id,
    name: goal.name,
    place,
    rule: goal.rule,
    assessed_by: goal.assessed_by,
    coverage: goal.coverage,
    weight: goal.weight,
    period_start: null,
    period_end: null,
    value: null,
    compared: null,
    against: null,
    n: null,
    months: null,
    ...statusOf(),
    indicators,
    goals,
    activities,
    activity_sums: activitySums(activities),
    assignments: goal.assignments.map(assignment => publishedAssignment(judging, plan, assignment)),
    assessments: reports.map(assessmentOf),
    example: judging.isInventedReport(reports) || parts.some(part => part.example),
  };
  return { ...judged, sentence: goalSentence(judged, parts) };

  function statusOf() {
    if (goal.rule === 'assessed') return { covered: null, ...judgeAssessed(goal.assessed_by, goal.cadence, reports, plan, judging.asOf) };
    // A goal without parts has no rule, and nothing that could be counted.
    return applyRule({ ...goal, rule: goal.rule ?? 'all' }, parts);
  }
}
