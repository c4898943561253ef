import { kronor, statusWord } from '../../dashboards/words.ts';
import type { Assessment, JudgedGoal, JudgedPlan, Verdict } from '../contract/goals.ts';
import { hasTarget } from '../contract/has-target.ts';
import { formTexts } from './assessment-columns.ts';

/** One thing that may be assessed: the locked cells and the role, in the order of `COLUMNS`. Null is an empty cell. */
export type FormRow = readonly (string | null)[];

/** Whose things a form is about. */
export interface FormScope {
  /** As it is written in a report: `2026-T2`. */
  period: string;
  /** True for a place that the board answers for; `*` is the whole municipality. */
  covers(place: string): boolean;
  /** What an id of a place is called. */
  nameOf(place: string): string;
}

interface Item {
  id: string;
  kind: keyof typeof formTexts.kind;
  name: string;
  outcome: string | null;
  verdict: Verdict | null;
  by: string | null;
  said: readonly Assessment[];
  role: string | null;
}

/** Every goal, indicator, activity and assignment of the plans that the scope covers, in the plans' order. */
export const assessmentRows = (plans: readonly JudgedPlan[], scope: FormScope): FormRow[] =>
  plans.flatMap(({ plan, version, goals }) =>
    goals
      .flatMap(goal => itemsOf(goal, scope))
      .map(({ id, kind, name, outcome, verdict, by, said, role }) =>
        [
          plan,
          String(version),
          id,
          scope.period,
          formTexts.kind[kind],
          name,
          outcome,
          verdict && statusWord(verdict.status, verdict.rests_on),
          by,
          lastSaid(said),
          role,
        ].map(oneLine),
      ),
  );

/** Activities and assignments stand with their goal; an indicator may have another place than its goal. */
function itemsOf(goal: JudgedGoal, scope: FormScope): Item[] {
  const { id, name, sentence, assessments } = goal;
  const own: Item = { id, kind: 'goal', name, outcome: sentence, verdict: goal, by: null, said: assessments, role: goal.assessed_by };
  const indicators = goal.indicators
    .filter(({ place }) => scope.covers(place))
    .map((indicator): Item => ({
      id: indicator.id,
      kind: indicator.metric === null ? 'milestone' : 'indicator',
      name: indicator.name,
      outcome: indicator.sentence,
      verdict: hasTarget(indicator) ? indicator : null,
      by: indicator.by,
      said: indicator.assessments,
      role: null,
    }));
  const activities = goal.activities.map(({ id, name, cost_sek, benefit, benefit_sek, by, reports, responsible }): Item => {
    const expected = [benefit_sek && kronor(benefit_sek), benefit].filter(Boolean).join(', ');
    const outcome =
      [cost_sek && formTexts.cost(kronor(cost_sek)), expected && formTexts.benefit(expected)].filter(Boolean).join(' ') || null;
    return { id, kind: 'activity', name, outcome, verdict: null, by, said: reports, role: responsible };
  });
  const assignments = goal.assignments.map(({ id, name, text, by, answers, to }): Item => {
    const role = to && scope.nameOf(to);
    return { id, kind: 'assignment', name, outcome: text, verdict: null, by, said: answers, role };
  });
  return [
    ...(scope.covers(goal.place) ? [own] : []),
    ...indicators,
    ...(scope.covers(goal.place) ? [...activities, ...assignments] : []),
    ...goal.goals.flatMap(each => itemsOf(each, scope)),
  ];
}

/** The latest words, with their day and role. */
function lastSaid(said: readonly Assessment[]): string | null {
  const latest = said.at(-1);
  return latest ? `${latest.date}, ${latest.role}: ${latest.text}` : null;
}

/** Rows are told from filled ones by how many cells they have, with tabs between: a cell has none itself. */
const oneLine = (text: string | null): string | null => text && text.replaceAll(/[\t\r\n]+/g, ' ');
