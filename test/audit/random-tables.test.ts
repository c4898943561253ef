import { expect, it } from 'vitest';
import { expectExact } from './random-tables.ts';

it('gives away a cell exactly when what it is the sum of is a combination of what is shown: random tables of units, sexes, ages and months', () => {
  expect(expectExact(8)).toBeGreaterThan(0);
});
