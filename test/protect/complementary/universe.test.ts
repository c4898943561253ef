import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../pipeline/contract/period.ts';
import { Universe } from '../../../pipeline/protect/complementary/universe.ts';
import { cellKey, windowKey } from '../../../pipeline/words/row-keys.ts';
import type { Composition } from '../../../pipeline/words/stages.ts';
import { count } from '../../measure/measure-over.ts';

const [JAN, FEB, MAR] = ['2025-01-01', '2025-02-01', '2025-03-01'].map(monthOf) as [number, number, number];
const read = (grain: 'month', window: 'ytd', period_start: string, units: number[]) =>
  [windowKey({ grain, window, period_start }), { read: units, compared: null }] as const;

/** A unit that had somebody in January and March. */
const composition: Composition = {
  facts: 'cases',
  numerator: count(null),
  denominator: null,
  population: count(null),
  dimensions: [{ id: 'unit', isTree: false }],
  breakdowns: [['unit']],
  atoms: [['x']],
  met: [[JAN, MAR]],
  cells: new Map([[cellKey(['x'], null), [0]]]),
  size: 1,
  windows: new Map([read('month', 'ytd', '2025-03-01', [JAN, FEB, MAR])]),
};
const through = (universe: Universe, ...units: number[]) => [...universe.variablesOf({ composition, cell: cellKey(['x'], null), units })];

describe('the unknowns of what sums up', () => {
  it('are none where readers see that there is nobody: through February is January', () => {
    const universe = new Universe([composition], true);
    expect(universe.variables).toBe(2);
    expect(through(universe, JAN, FEB)).toEqual(through(universe, JAN));
    expect(through(universe, JAN, FEB, MAR)).toHaveLength(2);
  });

  it('are there where zeros are hidden', () => {
    const universe = new Universe([composition], false);
    expect(through(universe, JAN, FEB)).not.toEqual(through(universe, JAN));
  });
});
