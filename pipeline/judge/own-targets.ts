import type { JudgedIndicator } from '../contract/goals.ts';
import type { OwnTarget } from '../words/metric.ts';
import { judgeIndicator } from './judge-indicator.ts';
import type { Judging } from './judging.ts';
import type { PlanInForce } from './plan-in-force.ts';

/** The targets that metrics set in their own headers, decided by `asOf`: judged as a plan's indicators are, and counted by no goal. */
export const judgeOwnTargets = (judging: Judging): JudgedIndicator[] =>
  [...judging.metrics.values()].flatMap(({ declaration: { own_target: own } }) =>
    own === null || own.decided.date > judging.asOf ? [] : [judgeIndicator(judging, outsidePlans(own), own.indicator, '*')],
  );

/** What stands in for a plan: none, which no report is about and which does not end. */
function outsidePlans({ indicator, decided }: OwnTarget): PlanInForce {
  const adopted = { ...decided, paragraph: '', case: null, link: null };
  const version = { plan: '', version: 0, name: '', adopted, in_force: { from: decided.date, to: null }, vision: null };
  return { version: { ...version, goals: [], changed: [], decided: { [indicator.id]: adopted }, file: '' }, to: null, ended: false };
}

/** True for a metric's own target, which belongs to no plan. */
export const isOwnTarget = (indicator: JudgedIndicator): boolean => indicator.plan === '';
