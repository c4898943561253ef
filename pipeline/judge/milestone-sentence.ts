import { formatDay } from '../contract/format-day.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import type { Judging } from './judging.ts';
import { statusSentence } from './status-words.ts';
import { sv } from './texts/sv.ts';

/** A milestone by its day and the latest reported state, with who said so and when. */
export function milestoneSentence(judging: Pick<Judging, 'asOf'>, judged: Omit<JudgedIndicator, 'sentence'>): string {
  const report = judged.assessments.findLast(a => a.state !== null);
  const status = judged.status === 'not-assessable' ? sv.notYet : statusSentence(judged);
  if (report?.state === 'done') return [sv.done(judged.name, formatDay(report.date), report.role), status].join(' ');
  const due = judged.by < judging.asOf ? sv.wasDueOn : sv.dueOn;
  const state = report?.state;
  const said = report && state ? sv.lastReported(formatDay(report.date), report.role, state) : sv.nothingReported;
  return [due(judged.name, formatDay(judged.by)), said, status].join(' ');
}
