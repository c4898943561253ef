import { emptyFolder, writeCsv } from './files.ts';
import { nodes, type Node } from './organisation-nodes.ts';

const founded = nodes.filter(({ id }) => id !== '204' && id !== '704');
const homeClosed = founded.map(node => (node.id === '607' ? { ...node, to: '2023-06-30' } : node));
const librariesMerged = homeClosed.flatMap(node => {
  if (node.id === '702') return [{ ...node, to: '2024-12-31' }];
  if (node.id === '703') return [{ ...node, to: '2024-12-31' }, opened('704', '2025-01-01')];
  return [node];
});
const preschoolReplaced = librariesMerged.flatMap(node =>
  node.id === '203' ? [{ ...node, to: '2025-07-31' }, opened('204', '2025-08-01')] : [node],
);
const mealsMoved = preschoolReplaced.flatMap(node =>
  node.id === '221'
    ? [
        { ...node, to: '2026-06-30' },
        { ...node, parent: 'TSF', from: '2026-07-01' },
      ]
    : [node],
);

export function writeOrganisation(): void {
  emptyFolder('organisation');
  deliver('2022-01-03', founded);
  deliver('2023-06-12', homeClosed);
  deliver('2024-12-09', librariesMerged);
  deliver('2025-06-16', preschoolReplaced);
  deliver('2026-06-22', mealsMoved);
}

function opened(id: string, from: string): Node {
  const node = nodes.find(one => one.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return { ...node, from };
}

function deliver(received: string, tree: Node[]): void {
  const rows = tree.map(node => [node.id, node.parent, node.level, node.name, node.from, node.to]);
  writeCsv('organisation', `organisation_${received}.csv`, ['id', 'parent', 'level', 'name', 'valid_from', 'valid_to'], rows);
}
