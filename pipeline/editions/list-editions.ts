import type { Withdrawal } from '../contract/editions.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Day } from '../contract/period.ts';
import { editionBefore, editionsIn } from '../publish/current.ts';
import { editionFolder } from '../publish/publication.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readWithdrawals } from '../publish/withdrawn.ts';
import { ExpectedError } from '../words/expected-error.ts';

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

/** An edition whose manifest is missing or not whole. */
export interface UnreadableEdition {
  id: string;
  current: boolean;
  why: string;
}

export interface ListedEditions {
  /** Each after those that came of it: the latest first; then what is left of withdrawn ones. */
  editions: readonly ListedEdition[];
  unreadable: readonly UnreadableEdition[];
}

/** The editions that are kept. */
export async function listEditions(dist: string): Promise<ListedEditions> {
  const current = await editionBefore(dist);
  const manifests = new Map<string, Manifest>();
  const unreadable: UnreadableEdition[] = [];
  const withdrawals = await readWithdrawals(dist);
  const gone = new Set(withdrawals.map(({ edition }) => edition));
  for (const id of await editionsIn(dist)) {
    if (gone.has(id)) continue;
    try {
      manifests.set(id, await readManifest(`${editionFolder(dist, id)}/internal`));
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      unreadable.push({ id, current: id === current, why: error.message });
    }
  }
  const depths = new Map<string, number>();
  const depth = (id: string | null): number => {
    if (id === null || !manifests.has(id)) return 0;
    const found = depths.get(id) ?? 1 + depth(manifests.get(id)!.previous);
    depths.set(id, found);
    return found;
  };
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
  return { editions: [...there, ...withdrawals.map(leftOf)], unreadable };
}

const leftOf = ({ edition, as_of, follow_up, date, by, reason }: Withdrawal): ListedEdition => ({
  ...{ id: edition, as_of, previous: null, follow_up, current: false, metrics: 0, files: 0 },
  withdrawn: { date, by, reason },
});
