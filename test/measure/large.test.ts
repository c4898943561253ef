import { expect, it } from 'vitest';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { distinct, measureOver, monthly, sum, of } from './measure-over.ts';
import { metricOf, show } from './show.ts';

/** Two thousand units under forty administrations under ten boards; every third unit moves in the middle of 2025. */
const nodes: HierarchyNode[] = [
  ...Array.from({ length: 10 }, (_, i) => place(`B${i}`, null)),
  ...Array.from({ length: 40 }, (_, i) => place(`F${i}`, `B${i % 10}`)),
  ...Array.from({ length: 2000 }, (_, i) =>
    i % 3 === 0
      ? [place(`U${i}`, `F${i % 40}`, null, '2025-06-30'), place(`U${i}`, `F${(i + 1) % 40}`, '2025-07-01')]
      : [place(`U${i}`, `F${i % 40}`)],
  ).flat(),
];

function place(id: string, parent: string | null, valid_from: string | null = null, valid_to: string | null = null): HierarchyNode {
  return { id, parent, level: 'x', name: id, valid_from, valid_to };
}

it('two thousand units over a year, with ytd and people, take seconds of work', async () => {
  const rows = nodes.flatMap((node, i) =>
    node.id.startsWith('U')
      ? [
          ['2025-01-31', node.id, 1, i % 900],
          ['2025-02-05', node.id, 2, i % 700],
          ['2025-11-05', node.id, 4, i],
        ]
      : [],
  );
  const columns = [
    { name: 'day', type: 'date' },
    { name: 'organisation', type: 'varchar' },
    { name: 'n', type: 'integer' },
    { name: 'who', type: 'integer' },
  ];
  const before = process.cpuUsage();
  const measured = await measureOver({
    facts: { columns, rows },
    nodes,
    covered: monthly('2025-01', '2025-12'),
    asOf: '2026-01-10',
    metrics: [
      {
        measure: of(sum('n')),
        population: distinct('who'),
        grains: ['month', 'tertial', 'year'],
        windows: ['period', 'ytd'],
      },
    ],
  });
  const { user, system } = process.cpuUsage(before);
  const metric = metricOf(measured);
  expect(show(metric, '2025 *')).toEqual([`2025 *: ${7 * 2667} of 2717`]);
  expect(metric.parts.filter(part => part.grain === 'year')).toHaveLength(2 * 667);
  // Of the processor, not of the clock: other tests run at the same time.
  expect((user + system) / 1e6).toBeLessThan(12);
});
