import { formatDay } from '../contract/format-day.ts';
import type { JudgedGoal, JudgedIndicator } from '../contract/goals.ts';
import { hasTarget } from '../contract/has-target.ts';
import { STATUSES } from '../contract/status.ts';
import { statusSentence } from './status-words.ts';
import { sv, type ToldBasis } from './texts/sv.ts';

/** A goal's status and where its parts stand, or the assessor's words with role and date. */
export function goalSentence(goal: Omit<JudgedGoal, 'sentence'>, parts: readonly (JudgedGoal | JudgedIndicator)[]): string {
  if (goal.rule !== 'assessed')
    return parts.length === 0
      ? `${sv.notYet} ${goal.indicators.some(one => !hasTarget(one)) ? sv.onlyFollowed : sv.noParts}`
      : `${statusSentence(goal)} ${partsSentence(parts)}`;
  const said = goal.assessments.findLast(a => a.status !== null && a.role === goal.assessed_by);
  if (!said || said.status === null) return statusSentence(goal);
  const words = sv.assessment(said.role, formatDay(said.date), said.status, said.text);
  return goal.reason === 'overdue' ? `${words} ${sv.nextOverdue}` : words;
}

function partsSentence(parts: readonly (JudgedGoal | JudgedIndicator)[]): string {
  const counts = new Map<string, { n: number; words: readonly [string, string] }>();
  for (const part of inOrder(parts)) {
    const words = partWords(part);
    counts.set(words[1], { n: (counts.get(words[1])?.n ?? 0) + 1, words });
  }
  const [first] = counts.values();
  if (parts.length === 1) return sv.onlyPart(first!.words[0]);
  // `Alla är inte uppfyllda` could be read as some are.
  if (counts.size === 1 && (parts[0]!.status === 'met' || parts[0]!.status === 'partly')) {
    return parts.length === 2 ? sv.bothParts(first!.words[1]) : sv.allParts(parts.length, first!.words[1]);
  }
  return sv.ofParts(parts.length, sv.list([...counts.values()].map(({ n, words }) => sv.countOf(n, n === 1 ? words[0] : words[1]))));
}

/** Met first, and what is settled before what is foreseen. */
const ORDER: readonly ToldBasis[] = ['outcome', 'to-date', 'forecast'];
const inOrder = (parts: readonly (JudgedGoal | JudgedIndicator)[]) =>
  [...parts].sort(
    (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || ORDER.indexOf(basisOf(a)) - ORDER.indexOf(basisOf(b)),
  );

/** In a list of parts an assessment is as settled as an outcome. */
const basisOf = (part: JudgedGoal | JudgedIndicator): ToldBasis =>
  part.rests_on === null || part.rests_on === 'assessment' ? 'outcome' : part.rests_on;

const partWords = (part: JudgedGoal | JudgedIndicator): readonly [string, string] =>
  part.status === 'not-assessable' ? [sv.partNotAssessable, sv.partNotAssessable] : sv.part[basisOf(part)][part.status];
