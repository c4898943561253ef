import fc from 'fast-check';
import type { ExploreDimension, ExploreMetric } from '../../../pipeline/contract/explore.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { firstDay, lastDay, periodEnd } from '../../../pipeline/contract/period.ts';
import type { Grain, Window } from '../../../pipeline/contract/period.ts';
import { axesOf, chartsOf, offerOf } from '../../../dashboards/explore/offer.ts';
import type { Choice } from '../../../dashboards/explore/choose.ts';
import { choose } from '../../../dashboards/explore/choose.ts';
import { PERIOD_AXIS } from '../../../dashboards/explore/explore-state.ts';
import type { ExploreState } from '../../../dashboards/explore/explore-state.ts';
import type { ExploreTable } from '../../../dashboards/explore/explore-table.ts';
import { tableOf } from '../../../dashboards/explore/explore-table.ts';
import type { Offer } from '../../../dashboards/explore/offer.ts';
import { usualState } from '../../../dashboards/explore/usual-state.ts';
import { writePeriod } from '../../../pipeline/contract/period.ts';

const JANUARY = 12 * 2025;

/** A tree, a flat dimension whose id and members need care in an address, and one whose members do not add up. */
const DIMENSIONS: readonly ExploreDimension[] = [
  {
    id: 'organisation',
    name: 'Organisation',
    whole: '*',
    members: [
      ['*', 'Hela kommunen', null],
      ['SOC', 'Omsorgsnämnden', null],
      ['VOF', 'Förvaltningen', 'SOC'],
      ['a&b=c,d', 'Ett & två', 'VOF'],
      ['KS', 'Kommunstyrelsen', null],
    ],
  },
  {
    id: 'period',
    name: 'Skede',
    whole: '*',
    members: [
      ['*', 'Alla', null],
      ['å#', 'Å', null],
      ['%', 'Procent', null],
    ],
  },
  {
    id: 'municipality',
    name: 'Kommun',
    whole: '1481',
    members: [
      ['1480', 'Göteborg', null],
      ['1481', 'Mölndal', null],
    ],
  },
];

const metricOf = (id: string, dimensions: readonly ExploreDimension[]): ExploreMetric => ({
  metric: id,
  name: `Nyckeltal ${id}`,
  question: 'Hur många?',
  unit: id === 'a' ? '%' : '',
  unit_id: id === 'a' ? 'percent' : 'count',
  decimals: 1,
  desired: 'none',
  example: false,
  sources: ['Källan'],
  dimensions,
});

/** Cells of some grains, windows and members: each key once, and far from every key. */
const tableFor = (id: string): fc.Arbitrary<{ table: ExploreTable; observations: readonly Observation[] }> =>
  fc.subarray([...DIMENSIONS]).chain(dimensions => {
    const cell = fc.record({
      grain: fc.constantFrom<Grain>('month', 'tertial', 'year'),
      window: fc.constantFrom<Window>('period', 'ytd'),
      at: fc.nat({ max: 2 }),
      members: fc.tuple(...dimensions.map(({ members }) => fc.constantFrom(...members.map(([member]) => member)))),
      value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
      marks: fc.subarray(['partial', 'preliminary', 'example'] as const),
    });
    const length = { month: 1, tertial: 4, year: 12 } as const;
    return fc
      .uniqueArray(cell, {
        maxLength: 80,
        size: 'max',
        selector: ({ grain, window, at, members }) => JSON.stringify([grain, window, at, members]),
      })
      .map(cells => {
        const observations = cells.map(({ grain, window, at, members, value, marks }): Observation => {
          const first = JANUARY + at * length[grain as keyof typeof length];
          return {
            grain,
            window,
            period_start: firstDay(first),
            period_end: lastDay(periodEnd(first, grain)),
            members,
            value,
            numerator: null,
            denominator: null,
            population: null,
            flag: value === null ? 'missing' : null,
            marks,
          };
        });
        return { table: tableOf(metricOf(id, dimensions), observations), observations };
      });
  });

export interface Exploration {
  tables: readonly ExploreTable[];
  observations: readonly (readonly Observation[])[];
  offer: Offer;
  state: ExploreState;
}

/** One to three metrics, and a state that a reader has come to by any choices. */
export const exploration: fc.Arbitrary<Exploration> = fc
  .tuple(
    tableFor('a'),
    fc.option(tableFor('b')),
    fc.option(tableFor('c')),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 8 }),
  )
  .map(([a, b, c, seeds]) => {
    const made = [a, ...(b ? [b] : []), ...(c ? [c] : [])];
    const tables = made.map(({ table }) => table);
    const offer = offerOf(tables);
    const state = seeds.reduce((before, seed) => {
      const choice = choiceFrom(offer, before, seed);
      return choice === null ? before : choose(offer, before, choice);
    }, usualState(offer));
    return { tables, observations: made.map(({ observations }) => observations), offer, state };
  });

/** One of the choices that the page offers in a state. */
function choiceFrom(offer: Offer, state: ExploreState, [kind, one, more]: readonly [number, number, number]): Choice | null {
  const pick = <T>(values: readonly T[]): T | null => values[one % values.length] ?? null;
  const period = pick(offer.periods(state.grain, state.window));
  const written = period === null ? null : writePeriod(state.grain, period);
  const dimension = pick(offer.dimensions);
  const choices: (Choice | null)[] = [
    { type: 'rows', axis: pick(axesOf(offer))! },
    { type: 'columns', axis: pick([...axesOf(offer), null]) },
    offer.grains.length === 0 ? null : { type: 'grain', grain: pick(offer.grains)! },
    offer.windows.length === 0 ? null : { type: 'window', window: pick(offer.windows)! },
    // Where periods stand along no side, one period is chosen.
    written === null || ![state.rows, state.columns].includes(PERIOD_AXIS) ? null : { type: 'from', period: written },
    written === null ? null : { type: 'to', period: written },
    { type: 'chart', chart: pick(chartsOf(state))! },
    dimension && {
      type: 'members',
      dimension: dimension.id,
      members: dimension.members.flatMap(([id], i) => ((more >> i) & 1 ? [id] : [])),
    },
  ];
  return choices[kind % choices.length]!;
}
