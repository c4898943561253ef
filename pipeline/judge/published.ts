import type { Assessment, PublishedActivity, PublishedAssignment, PublishedDecision } from '../contract/goals.ts';
import type { Activity, Assignment, Decision } from '../words/plan.ts';
import type { Report } from '../words/stages.ts';
import { assignmentSentence } from './assignment-sentence.ts';
import type { Judging } from './judging.ts';
import { latestState } from './milestone.ts';
import type { PlanInForce } from './plan-in-force.ts';
import type { Day } from '../contract/period.ts';

export const publishedDecision = ({ by, date, paragraph, case: number, link }: Decision): PublishedDecision => ({
  by,
  date,
  paragraph,
  case: number,
  link,
});

export const assessmentOf = ({ role, date, period, status, state, amount, benefit, text }: Report): Assessment => ({
  role,
  date,
  period,
  status,
  state,
  amount,
  benefit,
  text,
});

/** An activity with its latest reported state, and what it is last said to have given. */
export function publishedActivity(judging: Judging, plan: PlanInForce, activity: Activity): PublishedActivity {
  const reports = judging.reportsOf(plan.version.plan, activity.id);
  const state = latestState(reports);
  const late = hasPassed(judging, plan, activity.by) && state !== 'done';
  const realised_sek = reports.findLast(report => report.benefit !== null)?.benefit ?? null;
  return { ...activity, realised_sek, state, late, reports: reports.map(assessmentOf) };
}

/** An assignment with its answers. An answer that says it is ongoing or not done leaves it open. */
export function publishedAssignment(judging: Judging, plan: PlanInForce, assignment: Assignment): PublishedAssignment {
  const answers = judging.reportsOf(plan.version.plan, assignment.id);
  const latest = answers.at(-1);
  const isAnswered = latest !== undefined && (latest.state === null || latest.state === 'done');
  const late = hasPassed(judging, plan, assignment.by) && !isAnswered;
  const published = { ...assignment, late, answers: answers.map(assessmentOf) };
  return { ...published, sentence: assignmentSentence(published) };
}

const hasPassed = (judging: Judging, plan: PlanInForce, by: Day | null): boolean => by !== null && (plan.ended || by < judging.asOf);
