import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, MOST_BESIDE, notUnderstood, stateOf } from '../../dashboards/drill/drill-hash.ts';
import type { DrillState, MetricSetup } from '../../dashboards/drill/metric-setup.ts';
import { AGAINST, defaultState, SHOWS } from '../../dashboards/drill/metric-setup.ts';
import { GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import { month } from './fixture/observations.ts';

const setup: MetricSetup = {
  metric: 'sick-leave',
  question: '',
  unit: { unit: '%', unit_id: 'percent', decimals: 1 },
  desired: 'lower',
  example: false,
  grains: ['month', 'tertial', 'year'],
  windows: ['period', 'ytd'],
  place: 'organisation',
  trees: [
    { id: 'organisation', name: 'Organisation', parents: {} },
    { id: 'today', name: 'Dagens organisation', parents: { N: '*', C: 'N' } },
  ],
  others: [
    {
      id: 'sex',
      name: 'Kön',
      whole: '*',
      wholeName: null,
      members: [
        { id: 'K', name: 'Kvinnor' },
        { id: 'M', name: 'Män' },
      ],
    },
  ],
  node: 'SOC',
  nodeName: 'Nämnden',
  above: null,
  unitWord: 'Enhet',
  targets: {},
  events: [],
  files: {},
  followUps: {},
  name: 'x',
  page: 'x',
  aims: {},
};

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const choice: fc.Arbitrary<DrillState> = fc
  .record({
    path: fc.array(text, { maxLength: 3 }),
    grain: fc.constantFrom(...setup.grains),
    window: fc.constantFrom(...setup.windows),
    tree: fc.constantFrom('organisation', 'today'),
    against: fc.constantFrom(...AGAINST),
    shows: fc.constantFrom(...SHOWS),
    period: fc.option(fc.integer({ min: 0, max: 400 })),
    sex: fc.constantFrom('K', 'each', null),
    beside: fc.uniqueArray(text, { maxLength: MOST_BESIDE }),
  })
  .map(({ period, sex, beside, ...rest }) => ({
    ...rest,
    until: period === null ? null : month('2000-01') + period * GRAIN_MONTHS[rest.grain],
    members: sex === 'K' ? { sex } : ({} as Record<string, string>),
    each: sex === 'each' ? 'sex' : null,
    beside: sex === 'each' ? [] : beside,
  }));

test('a choice survives its address, for all choices', () => {
  fc.assert(
    fc.property(choice, state => {
      expect(stateOf(setup, `#${hashOf(setup, state)}`)).toEqual(state);
    }),
  );
});

test('an address of the several things that a chart can show together names them', () => {
  const at = (state: Partial<DrillState>) => hashOf(setup, { ...defaultState(setup), ...state });
  expect(at({ beside: ['KS', 'VON'], shows: 'bars' })).toBe('jamfor=KS,VON&visa=staplar');
  expect(at({ each: 'sex', against: 'year' })).toBe('sex=var-for-sig&mot=aret-fore');
  expect(at({ grain: 'tertial', until: month('2026-05') })).toBe('period=tertial&till=2026-T2');
  // Members beside each other, or units: not both. A period of another grain is none. No more units than can be told apart.
  expect(stateOf(setup, 'sex=var-for-sig&jamfor=KS').beside).toEqual([]);
  expect(stateOf(setup, 'till=2026-T2').until).toBe(null);
  expect(stateOf(setup, 'jamfor=1,2,3,4,5,6,7,8,9').beside).toHaveLength(MOST_BESIDE);
});

test('what an address names and the metric lacks is as usual, and no address breaks the page', () => {
  expect(stateOf(setup, '#delat=x&period=decade&avser=rolling-3&sex=X')).toEqual(defaultState(setup));
  expect(stateOf(setup, '#underlag')).toEqual(defaultState(setup));
  fc.assert(fc.property(fc.string(), hash => void stateOf(setup, hash)));
});

test('what was not understood is told as it was written, and nothing of what was', () => {
  expect(notUnderstood(setup, '#period=decade&sex=K&kön=X&avser=ytd')).toEqual(['period=decade', 'kön=X']);
  expect(notUnderstood(setup, '#k%C3%B6n=X&enhet=')).toEqual(['kön=X', 'enhet=']);
  expect(notUnderstood(setup, '#period=month&avser=period&sex=*&delat=organisation')).toEqual([]);
  expect(notUnderstood(setup, '#underlag')).toEqual([]);
  expect(notUnderstood(setup, '')).toEqual([]);
});

test('what the page writes itself is understood, for all choices', () => {
  fc.assert(fc.property(choice, state => notUnderstood(setup, `#${hashOf(setup, state)}`).length === 0));
});
