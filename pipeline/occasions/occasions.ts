import type { Day } from '../contract/period.ts';
import type { FollowUp, Municipality } from '../words/project.ts';

/** What an edition is built for: a follow-up, with the data there were on its day, or now. */
export interface Occasion {
  asOf: Day;
  followUp: FollowUp | null;
}

/** The follow-ups whose day has passed and that are not settled (built, or withdrawn), earliest first. */
export const followUpsDue = (
  municipality: Municipality,
  asOf: Day,
  settled: Pick<ReadonlySet<string>, 'has'>,
): (Occasion & { followUp: FollowUp })[] =>
  municipality.follow_ups
    .filter(followUp => followUp.as_of < asOf && !settled.has(followUp.id))
    .map(followUp => ({ asOf: followUp.as_of, followUp }));

/** The editions of the follow-ups before an occasion, earliest first. */
export const followUpsBefore = (
  municipality: Municipality,
  { asOf }: Occasion,
  built: ReadonlyMap<string, string>,
): { id: string; edition: string }[] =>
  municipality.follow_ups
    .filter(followUp => followUp.as_of < asOf && built.has(followUp.id))
    .map(followUp => ({ id: followUp.id, edition: built.get(followUp.id)! }));
