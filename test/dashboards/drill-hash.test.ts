import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, notUnderstood, stateOf } from '../../dashboards/drill/drill-hash.ts';
import type { MetricSetup } from '../../dashboards/drill/metric-setup.ts';
import { defaultState } from '../../dashboards/drill/metric-setup.ts';

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
  others: [{ id: 'sex', name: 'Kön', whole: '*', wholeName: null, members: [{ id: 'K', name: 'Kvinnor' }] }],
  node: 'SOC',
  nodeName: 'Nämnden',
  above: null,
  unitWord: 'Enhet',
  targets: {},
  files: {},
};

test('a choice survives its address, for all choices', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }),
      fc.constantFrom(...setup.grains),
      fc.constantFrom(...setup.windows),
      fc.boolean(),
      fc.constantFrom('organisation', 'today'),
      (path, grain, window, women, tree) => {
        const members: Record<string, string> = women ? { sex: 'K' } : {};
        const state = { tree, path, grain, window, members };
        expect(stateOf(setup, `#${hashOf(setup, state)}`)).toEqual(state);
      },
    ),
  );
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
  const choice = fc.record({
    path: fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }),
    grain: fc.constantFrom(...setup.grains),
    window: fc.constantFrom(...setup.windows),
    tree: fc.constantFrom('organisation', 'today'),
    members: fc.constantFrom<Record<string, string>>({}, { sex: 'K' }),
  });
  fc.assert(fc.property(choice, state => notUnderstood(setup, `#${hashOf(setup, state)}`).length === 0));
});
