import type { Verdict } from '../contract/goals.ts';
import type { Reason } from '../contract/status.ts';
import { sv } from './texts/sv.ts';

/** What nobody knows yet; other reasons are about what may be said, or cannot be compared. */
export const NOT_YET: readonly Reason[] = [
  'no-outcome',
  'missing',
  'late',
  'preliminary',
  'incomplete',
  'partial',
  'not-done',
  'coverage',
  'no-assessment',
  'no-forecast',
];

/** The status as a predicate of the target: `bedöms inte uppfyllas`; null where there is none. */
export function statusPredicate({ status, rests_on }: Pick<Verdict, 'status' | 'rests_on'>): string | null {
  if (status === 'not-assessable') return null;
  return sv.status[rests_on === null || rests_on === 'assessment' ? 'outcome' : rests_on][status];
}

/** Why there is no figure to tell: `Sjukfrånvaro: vi vet inte ännu, uppgifter saknas.` */
export const noFigureSentence = (name: string, reason: Reason): string =>
  (NOT_YET.includes(reason) ? sv.metricNotYetKnown : sv.metricUnknown)(name, sv.reason[reason]);

/** `Målet bedöms inte uppfyllas.`, or why it cannot be assessed. `why` says a reason more exactly than the catalogue. */
export function statusSentence(verdict: Pick<Verdict, 'status' | 'rests_on' | 'reason'>, why?: string): string {
  const predicate = statusPredicate(verdict);
  if (predicate !== null) return sv.theTarget(predicate);
  const reason = verdict.reason ?? 'no-outcome';
  const words = why ?? sv.reason[reason];
  return NOT_YET.includes(reason) ? sv.notYetKnown(words) : sv.cannotBeAssessed(words);
}
