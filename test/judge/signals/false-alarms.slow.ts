import { expect, it } from 'vitest';
import { chance, deviates } from '../../spc/chance.ts';
import { cells, judged, metric } from '../support/builders.ts';
import { aSeries, node } from './a-series.ts';

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

/** docs/signals.md has twenty months of each; with every forecast made beside them, two are what a check has time for. */
const MONTHS = 2;

it.each<[string, (normal: () => number, uniform: () => number) => number]>([
  ['are normal', normal => 10 + normal()],
  ['are skewed', normal => Math.exp(0.5 * normal())],
  ['are few, as counts', (_, uniform) => poisson(3, uniform)],
])('with 400 units in which nothing has happened, the list is nearly empty where the values %s, and the bare rules alarm', (_, make) => {
  const { causes, listed } = falseAlarms(MONTHS, make);
  expect(causes).toBeGreaterThan(listed);
  expect(listed).toBeLessThanOrEqual(2 * MONTHS);
});
