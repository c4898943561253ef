import { expect, it } from 'vitest';
import { expectExact } from './random-tables.ts';

it('gives away a cell exactly when what it is the sum of is a combination of what is shown: 250 random tables', () => {
  expect(expectExact(250)).toBeGreaterThan(1000);
});
