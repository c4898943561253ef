import type { Basis, Reason, Status } from '../contract/status.ts';
import type { Goal } from '../words/plan.ts';

/** An indicator or child goal, as its goal counts it. */
export interface Part {
  status: Status;
  rests_on: Basis | null;
  weight: number;
}

export interface GoalStatus {
  status: Status;
  rests_on: Basis | null;
  reason: Reason | null;
  /** Weight that has a status / all weight; 0 where there are no parts. */
  covered: number;
}

const SCORE: Readonly<Record<Exclude<Status, 'not-assessable'>, number>> = { met: 1, partly: 0.5, 'not-met': 0 };
/** Sums of weights are binary: 0.6 of 1 need not be exactly the 60 % that was declared. */
const TOLERANCE = 1e-9;

type RuledGoal = Pick<Goal, 'coverage' | 'limits'> & { rule: 'all' | 'majority' | 'worst' | 'weighted' };

/** A goal's status from its parts that have one, by its rule; not assessable below its coverage. */
export function applyRule(goal: RuledGoal, parts: readonly Part[]): GoalStatus {
  const known = parts.filter(part => part.status !== 'not-assessable');
  const weight = weightOf(known);
  const all = weightOf(parts);
  const covered = all === 0 ? 0 : weight / all;
  if (weight === 0 || covered < goal.coverage - TOLERANCE) return { status: 'not-assessable', rests_on: null, reason: 'coverage', covered };
  return { status: byRule(goal, known, weight), rests_on: combinedBasis(known), reason: null, covered };
}

function byRule(goal: RuledGoal, known: readonly Part[], weight: number): Status {
  const share = (...statuses: Status[]) => weightOf(known.filter(part => statuses.includes(part.status))) / weight;
  const scores = known.map(scoreOf);
  switch (goal.rule) {
    case 'all':
      return known.every(p => p.status === 'met') ? 'met' : known.every(p => p.status === 'not-met') ? 'not-met' : 'partly';
    case 'majority':
      return share('met') > 0.5 + TOLERANCE ? 'met' : share('met', 'partly') > 0.5 + TOLERANCE ? 'partly' : 'not-met';
    case 'worst': {
      const lowest = Math.min(...scores);
      return lowest === SCORE.met ? 'met' : lowest === SCORE.partly ? 'partly' : 'not-met';
    }
    case 'weighted': {
      const mean = known.reduce((sum, part) => sum + part.weight * scoreOf(part), 0) / weight;
      return mean >= goal.limits.met - TOLERANCE ? 'met' : mean >= goal.limits.partly - TOLERANCE ? 'partly' : 'not-met';
    }
  }
}

const weightOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.weight, 0);
const scoreOf = (part: Part): number => (part.status === 'not-assessable' ? 0 : SCORE[part.status]);

/** Forecast if any part rests on one, else to-date, else outcome, else assessment. */
function combinedBasis(known: readonly Part[]): Basis | null {
  const bases = known.map(part => part.rests_on);
  return (['forecast', 'to-date', 'outcome', 'assessment'] as const).find(basis => bases.includes(basis)) ?? null;
}
