import { formatDay } from '../contract/format-day.ts';
import type { PublishedAssignment } from '../contract/goals.ts';
import { assignmentSv as sv } from './texts/assignment-sv.ts';

/** Whether an assignment is done, answered, or late, with who answered last and when. `answers` are in time order. */
export function assignmentSentence({ by, late, answers }: Omit<PublishedAssignment, 'sentence'>): string {
  const due = by === null ? [] : [late ? sv.overdue(formatDay(by)) : sv.dueOn(formatDay(by))];
  const latest = answers.at(-1);
  if (latest === undefined) return [...due, sv.noAnswer].join(' ');
  const day = formatDay(latest.date);
  if (latest.state === 'done') return sv.done(day, latest.role);
  if (latest.state === null) return sv.answered(day, latest.role);
  return [...due, sv.latest(day, latest.role, latest.state)].join(' ');
}
