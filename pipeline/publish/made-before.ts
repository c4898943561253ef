import type { FileKey, MadeBefore } from '../words/stages.ts';
import { digestOfFile } from './content-digest.ts';
import { readManifest } from './read-manifest.ts';

/**
 * What a published tree holds, by the keys that its files were made by. A file counts only where its bytes are the ones that the manifest lists: a
 * damaged one is made anew.
 */
export async function madeBefore(tree: string, keys: Readonly<Record<string, FileKey>>): Promise<MadeBefore> {
  const manifest = await readManifest(tree);
  const published = new Map(manifest.files.map(file => [file.path, file.sha256]));
  const metrics = new Map(manifest.metrics.map(metric => [metric.id, metric]));
  return {
    find: async (path, key) => {
      const known = keys[path];
      if (known?.key !== key || !published.has(path)) return null;
      return (await digestOfFile(`${tree}/${path}`)) === published.get(path) ? { path, bytes: known.bytes } : null;
    },
    series: metric => metrics.get(metric)?.json ?? null,
    explore: metric => metrics.get(metric)?.explore ?? null,
  };
}
