import { decodeSeries } from '../contract/decode-series.ts';
import { keyOf, type RevisionCause } from '../contract/observation.ts';
import { readManifest } from '../publish/read-manifest.ts';
import { readListed } from '../publish/read-tree.ts';

/**
 * What can have moved the figures of a metric that are revised since a follow-up, by key: as the pages of a published tree say it. A figure that a
 * later follow-up reported too is not among them: its pages say what has moved it since that one.
 */
export async function readCauses(tree: string, metric: string, followUp: string): Promise<ReadonlyMap<string, readonly RevisionCause[]>> {
  const manifest = await readManifest(tree);
  const found = new Map<string, readonly RevisionCause[]>();
  for (const path of Object.values(manifest.metrics.find(({ id }) => id === metric)?.json ?? {})) {
    const { members: ids, revised } = decodeSeries(JSON.parse(await readListed(tree, manifest, path)));
    for (const [grain, window, period, indexes, , reportedIn, causes] of revised) {
      if (reportedIn !== followUp) continue;
      const members = indexes === '' ? [] : indexes.split('|').map((index, dimension) => ids[dimension]![Number(index)]!);
      found.set(keyOf({ grain, window, period_start: `${period}-01`, members }), causes);
    }
  }
  return found;
}
