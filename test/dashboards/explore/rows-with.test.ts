import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Coded } from '../../../dashboards/explore/explore-table.ts';
import { rowsWith } from '../../../dashboards/explore/rows-with.ts';

const VALUES = ['a', 'b', 'c'];

test('the rows with every wanted value, in their order, for all columns and values', () => {
  const column = (length: number): fc.Arbitrary<Coded> =>
    fc.array(fc.integer({ min: 0, max: 2 }), { minLength: length, maxLength: length }).map(codes => ({ values: VALUES, codes }));
  const wanted = fc.record({ length: fc.nat(30), values: fc.array(fc.constantFrom(...VALUES, 'none'), { minLength: 1, maxLength: 3 }) });
  const tables = wanted.chain(({ length, values }) =>
    fc.tuple(fc.constant(length), fc.tuple(...values.map(value => fc.record({ coded: column(length), value: fc.constant(value) })))),
  );
  fc.assert(
    fc.property(tables, ([length, all]) => {
      const rows = Array.from({ length }, (_, row) => row);
      expect(rowsWith(all)).toEqual(rows.filter(row => all.every(({ coded, value }) => coded.values[coded.codes[row]!] === value)));
    }),
  );
});
