import type { Withdrawal } from '../contract/editions.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Day } from '../contract/period.ts';
import { editionBefore, editionsIn } from '../publish/current.ts';
import { editionFolder } from '../publish/publication.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readWithdrawals } from '../publish/withdrawn.ts';

/** An edition that is kept. */
export interface ListedEdition {
  id: string;
  as_of: Day;
  previous: string | null;
  /** The follow-up it was built for; null for an ordinary edition. */
  follow_up: string | null;
  /** True for the one that readers see. */
  current: boolean;
  metrics: number;
  files: number;
  /** Why it is no more; null for an edition that is there. */
  withdrawn: Pick<Withdrawal, 'date' | 'by' | 'reason'> | null;
}

/** The editions that are kept, each after those that came of it: the latest first; then what is left of withdrawn ones. Throws ExpectedError where one has no readable manifest. */
export async function listEditions(dist: string): Promise<ListedEdition[]> {
  const current = await editionBefore(dist);
  const manifests = new Map<string, Manifest>();
  const withdrawals = await readWithdrawals(dist);
  const gone = new Set(withdrawals.map(({ edition }) => edition));
  for (const id of await editionsIn(dist)) if (!gone.has(id)) manifests.set(id, await readManifest(`${editionFolder(dist, id)}/internal`));
  const depth = (id: string | null): number => (id === null || !manifests.has(id) ? 0 : 1 + depth(manifests.get(id)!.previous));
  const there = [...manifests.values()]
    .map(({ edition, as_of, previous, follow_up, metrics, files }) => ({
      id: edition,
      as_of,
      previous,
      follow_up,
      current: edition === current,
      metrics: metrics.length,
      files: files.length,
      withdrawn: null,
    }))
    .sort((a, b) => depth(b.id) - depth(a.id) || (a.as_of < b.as_of ? 1 : a.as_of > b.as_of ? -1 : a.id < b.id ? -1 : 1));
  return [...there, ...withdrawals.map(leftOf)];
}

const leftOf = ({ edition, as_of, follow_up, date, by, reason }: Withdrawal): ListedEdition => ({
  ...{ id: edition, as_of, previous: null, follow_up, current: false, metrics: 0, files: 0 },
  withdrawn: { date, by, reason },
});
