import { describe, expect, it } from 'vitest';
import type { HierarchyNode } from '../../../pipeline/contract/manifest.ts';
import { firstDay, monthOf } from '../../../pipeline/contract/period.ts';
import { deviates } from '../../spc/chance.ts';
import { cells, judged, metric } from '../support/builders.ts';
import { aSeries, CALM, node } from './a-series.ts';

const lists = (
  series: Readonly<Record<string, readonly number[]>>,
  nodes: readonly HierarchyNode[],
  changes: Parameters<typeof metric>[0] = {},
) =>
  judged({
    asOf: '2026-01-10',
    hierarchies: { organisation: nodes },
    metrics: [
      cells(
        metric({ windows: ['period'], ...changes }),
        Object.entries(series).flatMap(([place, values]) => aSeries(firstDay(monthOf('2026-01-01') - values.length), values, [place])),
      ),
    ],
  }).attention;
const HIGH = [...CALM.slice(0, 23), 22];
const VERY_HIGH = [...CALM.slice(0, 23), 40];

describe('what needs attention', () => {
  const nodes = [node('SOC'), node('UTB'), node('S1', 'SOC'), node('S2', 'SOC')];

  it('is the reader’s own level alone, worst first', () => {
    const found = lists({ '*': CALM, SOC: HIGH, UTB: VERY_HIGH, S1: HIGH, S2: CALM }, nodes);
    expect(found.map(list => [list.place, list.tested, list.items.map(item => item.place)])).toEqual([
      ['*', 3, ['UTB', 'SOC']],
      ['SOC', 2, ['S1']],
    ]);
    expect(found[0]!.items[0]).toMatchObject({ metric: 'sick', period_start: '2025-12-01', value: 40, special_cause: 'Above UCL' });
    expect(found[0]!.items[0]!.sentence).toMatch(/^Det avviker från det vanliga mönstret/);
  });

  it('is not what improves, nor what has no better way', () => {
    expect(lists({ '*': HIGH }, nodes, { desired: 'higher' })[0]).toMatchObject({ tested: 1, items: [] });
    expect(lists({ '*': HIGH }, nodes, { desired: 'none' })[0]).toMatchObject({ tested: 0, items: [] });
  });

  it('is not what was unusual before the latest period', () => {
    expect(lists({ '*': [...HIGH.slice(1), 10] }, nodes)[0]!.items).toEqual([]);
  });
});

it('400 units of 60 months are judged in well under a second', () => {
  const normal = deviates(3);
  const rows = Array.from({ length: 412 }, (_, i) => aSeries('2021-01-01', Array.from({ length: 60 }, normal), [`U${i}`])).flat();
  const of = { asOf: '2026-01-10', metrics: [cells(metric({ windows: ['period'] }), rows)] };
  expect(judged(of).judgements[0]!.cells).toHaveLength(412);
});
