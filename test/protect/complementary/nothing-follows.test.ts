import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hierarchicalTable, seeded, type Size } from '../../../bench/suppress/hierarchical-table.ts';
import { hideInBlock, type Block } from '../../../pipeline/protect/complementary/block.ts';
import { exactSpan, toldByRows } from './exact.ts';

const sizes: fc.Arbitrary<Size> = fc.record({
  units: fc.integer({ min: 2, max: 9 }),
  months: fc.integer({ min: 1, max: 4 }),
  windows: fc.constantFrom<Size['windows']>([], ['tertial'], ['tertial', 'ytd'], ['ytd']),
  sexes: fc.constantFrom(1, 2),
  ages: fc.constantFrom(1, 2, 3),
  mean: fc.constantFrom(1, 2, 5, 9, 20),
  threshold: fc.constantFrom(2, 3, 5, 8),
});

/** The sums of shown and of hidden cells, over what is not known to be nobody. */
function readAgain({ variables, cells, ties }: Block, hidden: readonly boolean[]) {
  const nobody = new Set(cells.flatMap(({ role, of }) => (role === 'zero' ? [...of] : [])));
  const rowOf = (of: Iterable<number>, sign = 1n, row = new Array<bigint>(variables).fill(0n)): bigint[] => {
    for (const variable of of) if (!nobody.has(variable)) row[variable]! += sign;
    return row;
  };
  const told = exactSpan([
    ...cells.filter((_, i) => !hidden[i]).map(({ of }) => rowOf(of)),
    ...ties.map(({ one, other }) => rowOf(other, -1n, rowOf(one))),
  ]);
  return cells.flatMap(({ of }, i) => (hidden[i] && told(rowOf(of)) ? [i] : []));
}

describe('of tables with hierarchies', () => {
  it('no hidden cell is a sum or difference of shown ones, nor told row by row to who knows that none is below 1', () => {
    let complements = 0;
    fc.assert(
      fc.property(sizes, fc.integer(), (size, seed) => {
        const { block, rows } = hierarchicalTable(size, seeded(seed));
        const hidden = hideInBlock(block);
        const { cells } = block;
        for (const [i, { role }] of cells.entries()) if (role !== 'candidate') expect(hidden[i]).toBe(role === 'secret');
        complements += cells.filter(({ role }, i) => hidden[i] && role === 'candidate').length;
        expect(readAgain(block, hidden)).toEqual([]);
        const figures = cells.map((cell, i) => ({ value: cell.size, hidden: hidden[i]!, lowest: 1 }));
        expect(toldByRows(figures, rows)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(complements).toBeGreaterThan(300);
  });

  it('the checker finds what hiding the small cells alone leaves to be told', () => {
    const { block, rows } = hierarchicalTable({ units: 9, months: 4, windows: ['tertial'], mean: 5, threshold: 5 }, seeded(7));
    const small = block.cells.map(({ role }) => role === 'secret');
    expect(readAgain(block, small).length).toBeGreaterThan(0);
    const figures = block.cells.map(({ size }, i) => ({ value: size, hidden: small[i]!, lowest: 1 }));
    expect(toldByRows(figures, rows).length).toBeGreaterThan(0);
  });

  it('the same is hidden in whatever order the cells come', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), (size, seed) => {
        const { block } = hierarchicalTable(size, seeded(seed));
        const keysHidden = (one: Block): string[] => {
          const hidden = hideInBlock(one);
          return one.cells.flatMap(({ key }, i) => (hidden[i] ? [key] : [])).sort();
        };
        expect(keysHidden({ ...block, cells: block.cells.toReversed() })).toEqual(keysHidden(block));
      }),
      { numRuns: 40 },
    );
  });
});

describe('of any sums', () => {
  const sums = fc.integer({ min: 4, max: 9 }).chain(variables =>
    fc.record({
      variables: fc.constant(variables),
      counts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: variables, maxLength: variables }),
      sums: fc.array(fc.subarray([...Array(variables).keys()], { minLength: 1 }), { minLength: 3, maxLength: 14 }),
      known: fc.array(fc.subarray([...Array(variables).keys()], { minLength: 2 }), { maxLength: 2 }),
      tie: fc.tuple(fc.subarray([...Array(variables).keys()]), fc.subarray([...Array(variables).keys()])),
    }),
  );

  it('no secret follows that did not follow from what was known before', () => {
    fc.assert(
      fc.property(sums, ({ variables, counts, sums: all, known, tie: [one, other] }) => {
        const cell = (of: number[], role: 'candidate' | 'known') => {
          const size = of.reduce((sum, variable) => sum + counts[variable]!, 0);
          const own = size === 0 ? ('zero' as const) : size < 5 && role === 'candidate' ? ('secret' as const) : role;
          return { of: Int32Array.from(of), size, key: String(of), role: own, atBound: size === 1 ? (1 as const) : null };
        };
        const cells = [
          ...counts.map((_, variable) => cell([variable], 'candidate')),
          ...all.map(of => cell(of, 'candidate')),
          ...known.map(of => cell(of, 'known')),
        ];
        const ties = [{ one: one.filter(variable => !other.includes(variable)), other: other.filter(variable => !one.includes(variable)) }];
        const block = { variables, cells, ties };
        const hidden = hideInBlock(block);
        const before = readAgain(
          block,
          cells.map(({ role }) => role !== 'known' && role !== 'zero'),
        );
        const unseen = cells.map(({ role }, i) => hidden[i]! && role !== 'known');
        for (const told of readAgain(block, unseen)) expect(before).toContain(told);
      }),
      // A tie joins what no sum does.
      { numRuns: 200, examples: [[{ variables: 3, counts: [5, 1, 5], sums: [[1], [2]], known: [], tie: [[2], [1]] }]] },
    );
  });
});
