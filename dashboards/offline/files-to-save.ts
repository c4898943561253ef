import type { HierarchyNode, Manifest } from '../../pipeline/contract/manifest.ts';
import { paths } from '../paths.ts';

/** A file of the tree: its path from the root, and its bytes as it lies. */
export type SavedFile = Pick<Manifest['files'][number], 'path' | 'bytes'>;

/** Of `pages`, those that the tree has, and the series that a reader needs to drill in them. */
export function filesToSave(
  { files, metrics, hierarchies }: Pick<Manifest, 'files' | 'metrics' | 'hierarchies'>,
  pages: readonly string[],
): SavedFile[] {
  const nodes = Object.values(hierarchies).flat();
  const wanted = new Set(pages);
  for (const { id, json } of metrics)
    for (const at of Object.keys(json)) {
      if (!wanted.has(paths.metricAt(id, at))) continue;
      const drilled = around(nodes, at);
      for (const [node, path] of Object.entries(json)) if (at === '*' || drilled.has(node.replace(/\.own$/, ''))) wanted.add(path);
    }
  return files.filter(({ path }) => wanted.has(path));
}

/** A node, all that has stood under it, and what it has stood right under: for what has nothing above, the whole. */
function around(nodes: readonly HierarchyNode[], id: string): ReadonlySet<string> {
  const under = new Set([id]);
  for (const above of under) for (const node of nodes) if (node.parent === above) under.add(node.id);
  return new Set([...under, ...nodes.filter(node => node.id === id).map(({ parent }) => parent ?? '*')]);
}
