import type { Day } from '../contract/period.ts';
import { editionBefore, followUpEditions } from '../publish/current.ts';
import { editionFolder } from '../publish/publication.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readTree } from '../publish/read-tree.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import { readCauses } from './read-causes.ts';
import { compareReported, type ReportedFigure } from './compare-reported.ts';

/** What a follow-up reported of a metric to an audience, beside what is published now. */
export interface Reported {
  follow_up: string;
  metric: { id: string; name: string; decimals: number };
  then: { edition: string; as_of: Day };
  /** Null where nothing is published. */
  now: { edition: string; as_of: Day } | null;
  figures: readonly ReportedFigure[];
}

/** Reads both editions back; nothing is computed. Throws ExpectedError where there is no such follow-up, or it has no such metric for the audience. */
export async function readReported(dist: string, audience: AudienceName, followUp: string, metric: string): Promise<Reported> {
  const [current, followUps] = await Promise.all([editionBefore(dist), followUpEditions(dist)]);
  const edition = followUps.get(followUp);
  const names = (all: Iterable<string>): string => [...all].join(', ') || 'none, there is none';
  if (edition === undefined)
    throw new ExpectedError(`there is no edition of a follow-up '${followUp}'; allowed: ${names(followUps.keys())}`);
  const tree = (id: string): string => `${editionFolder(dist, id)}/${audience}`;
  const { as_of, metrics } = await readManifest(tree(edition));
  const known = metrics.find(({ id }) => id === metric);
  const then = known ? await (await readTree(tree(edition))).observations(metric) : null;
  if (!known || then === null)
    throw new ExpectedError(
      `${followUp} has no metric '${metric}' for the ${audience} audience; allowed: ${names(metrics.map(({ id }) => id))}`,
    );
  const now = current === null ? null : await readTree(tree(current));
  const causes = now === null ? new Map<string, never>() : await readCauses(tree(now.edition), metric, followUp);
  return {
    follow_up: followUp,
    metric: { id: metric, name: known.name, decimals: known.decimals },
    then: { edition, as_of },
    now: now && { edition: now.edition, as_of: now.as_of },
    figures: compareReported(then, (await now?.observations(metric)) ?? [], causes),
  };
}
