import { describe, expect, it } from 'vitest';
import type { HierarchyNode } from '../../../pipeline/contract/manifest.ts';
import { firstDay, monthOf } from '../../../pipeline/contract/period.ts';
import { chance, deviates } from '../../spc/chance.ts';
import { cells, judged, metric } from '../support/builders.ts';
import { aSeries, CALM } from './a-series.ts';

const node = (id: string, parent: string | null = null): HierarchyNode => ({
  id,
  parent,
  level: parent === null ? 'board' : 'unit',
  name: id,
  valid_from: null,
  valid_to: null,
});
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

/** How many of a kind that comes `mean` times a month, by inversion. */
function poisson(mean: number, uniform: () => number): number {
  let [count, term, rest] = [0, Math.exp(-mean), uniform()];
  while (rest > term) {
    rest -= term;
    term *= mean / ++count;
  }
  return count;
}

/** Of `months` months with nothing to find in 400 units: signals of the method, months with any on the list, and rows on the list. */
function falseAlarms(months: number, make: (normal: () => number, uniform: () => number) => number) {
  const units = Array.from({ length: 400 }, (_, i) => `U${i}`);
  const nodes = [node('B'), ...units.map(id => node(id, 'B'))];
  const [normal, uniform] = [deviates(11), chance(12)];
  let [causes, listed, alarmed] = [0, 0, 0];
  for (let month = 0; month < months; month++) {
    const series = Object.fromEntries(units.map(id => [id, Array.from({ length: 36 }, () => make(normal, uniform))]));
    const { facts, attention } = judged({
      asOf: '2026-01-10',
      hierarchies: { organisation: nodes },
      metrics: [
        cells(
          metric({ windows: ['period'] }),
          units.flatMap(id => aSeries('2023-01-01', series[id]!, [id])),
        ),
      ],
    });
    causes += facts.filter(one => one.signals.points.at(-1)?.point_type === 'special_cause_concern').length;
    const { items } = attention.find(list => list.place === 'B')!;
    listed += items.length;
    alarmed += Number(items.length > 0);
  }
  return { causes, listed, alarmed };
}

describe('with 400 units in which nothing has happened', () => {
  // The figures in docs/signals.md.
  it('the list stays empty in nearly every month, where the bare rules alarm of several units each', () => {
    expect(falseAlarms(20, normal => 10 + normal())).toEqual({ causes: 80, listed: 0, alarmed: 0 });
  });
  it('also where the values are skewed', () => {
    expect(falseAlarms(20, normal => Math.exp(0.5 * normal()))).toEqual({ causes: 244, listed: 4, alarmed: 3 });
  });
  it('also where they are few, as counts', () => {
    expect(falseAlarms(20, (_, uniform) => poisson(3, uniform))).toEqual({ causes: 116, listed: 0, alarmed: 0 });
  });
});

it('400 units of 60 months are judged in well under a second', () => {
  const normal = deviates(3);
  const rows = Array.from({ length: 412 }, (_, i) => aSeries('2021-01-01', Array.from({ length: 60 }, normal), [`U${i}`])).flat();
  const of = { asOf: '2026-01-10', metrics: [cells(metric({ windows: ['period'] }), rows)] };
  expect(judged(of).judgements[0]!.cells).toHaveLength(412);
});
