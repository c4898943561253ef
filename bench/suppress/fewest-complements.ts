import type { HierarchicalTable } from './hierarchical-table.ts';

/**
 * A bound that no choice can go below: a row in which one cell alone is hidden tells it, so each row with one small cell needs
 * another one hidden; rows that have none of the others in common need one each.
 */
export function fewestComplements({ block, rows }: HierarchicalTable): number {
  const needs = rows
    .map(({ whole, parts }) => [whole, ...parts].filter(cell => block.cells[cell]!.role !== 'zero'))
    .filter(cells => cells.filter(cell => block.cells[cell]!.role === 'secret').length === 1)
    .map(cells => cells.filter(cell => block.cells[cell]!.role === 'candidate'))
    .sort((a, b) => a.length - b.length);
  const taken = new Set<number>();
  let fewest = 0;
  for (const cells of needs) {
    if (cells.some(cell => taken.has(cell))) continue;
    for (const cell of cells) taken.add(cell);
    fewest++;
  }
  return fewest;
}
