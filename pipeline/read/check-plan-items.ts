import { hasTarget } from '../contract/has-target.ts';
import { problemText, type ProblemText } from '../messages/problems.ts';
import type { GoalAsWritten, IndicatorAsWritten } from './plan-schema.ts';

export type KeyedProblem = readonly [key: string, problem: ProblemText];

const needs = (key: string, because: string): KeyedProblem => [key, problemText('needs-key', key, because)];
const notWith = (key: string, because: string): KeyedProblem => [key, problemText('not-with', key, because)];

/** What an indicator's keys say together. */
export function indicatorProblems(it: IndicatorAsWritten): KeyedProblem[] {
  if (it.target.type === 'milestone') {
    const metricKeys = (['metric', 'measures', 'members', 'lag', 'max_age', 'every'] as const).filter(key => it[key] !== undefined);
    return [
      ...(it.name === undefined ? [needs('name', 'a milestone has no metric to be named after')] : []),
      ...metricKeys.map(key => notWith(key, 'a milestone has no metric')),
    ];
  }
  return [
    ...(it.metric === undefined ? [needs('metric', 'every target but a milestone is of a metric')] : []),
    ...(it.measures === undefined ? [needs('measures', 'the period that the target is about')] : []),
    ...(it.late !== undefined ? [notWith('late', 'it goes with `target: milestone`')] : []),
    ...timeProblems(it),
  ];
}

/** What is said of which period is judged. */
export const timeProblems = (it: Pick<IndicatorAsWritten, 'measures' | 'lag' | 'max_age' | 'every'>): KeyedProblem[] => [
  ...(it.max_age !== undefined && !it.lag ? [notWith('max_age', 'it goes with `lag`')] : []),
  ...(it.every !== undefined && it.measures !== undefined && it.measures !== 'year'
    ? [notWith('every', 'it counts years, and goes with `measures: year`')]
    : []),
];

/** What a goal's keys say together. */
export function goalProblems(it: GoalAsWritten): KeyedProblem[] {
  const parts = (it.indicators?.filter(hasTarget).length ?? 0) + (it.goals?.length ?? 0);
  return [
    ...(parts > 0 && it.rule === undefined ? [needs('rule', 'it says how the parts make the goal’s status')] : []),
    ...(it.rule === 'assessed' && it.assessed_by === undefined ? [needs('assessed_by', 'the role whose assessment counts')] : []),
    ...(it.limits !== undefined && it.rule !== 'weighted' ? [notWith('limits', 'they go with `rule: weighted`')] : []),
  ];
}
