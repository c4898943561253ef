import type { HierarchyNode } from '../contract/manifest.ts';

/** Each node of a tree as it was last, by id. */
export const latestNodes = (nodes: readonly HierarchyNode[]): Map<string, HierarchyNode> =>
  new Map([...nodes].sort((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1)).map(node => [node.id, node]));
