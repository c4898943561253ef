import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearSystem } from '../../pipeline/audit/solve/linear-system.ts';
import { solve } from '../../pipeline/audit/solve/solve.ts';
import { determinedBy, rankOf } from './dense-rank.ts';

const system = (
  columns: number,
  rows: readonly (readonly number[])[],
  known: readonly number[],
  lower: number | null = 1,
): LinearSystem => ({
  unknowns: Array.from({ length: columns }, () => ({ lower })),
  equations: rows.map((row, i) => ({
    columns: row.flatMap((value, at) => (value === 0 ? [] : [at])),
    coefficients: row.filter(value => value !== 0),
    known: known[i]!,
  })),
});

describe('what equations give away', () => {
  it('finds three that each stand in two sums: a + b, b + c, a + c', () => {
    const { proofs, bounds } = solve(system(3, [[1, 1, 0], [0, 1, 1], [1, 0, 1]], [5, 6, 7])); // prettier-ignore
    expect(proofs.every(proof => proof !== null)).toBe(true);
    expect(bounds).toEqual([3, 2, 4].map(value => ({ lower: value, upper: value })));
  });

  it('pins two that are at least one and together two', () => {
    const { proofs, bounds } = solve(system(2, [[1, 1]], [2]));
    expect(proofs).toEqual([null, null]);
    expect(bounds).toEqual([
      { lower: 1, upper: 1 },
      { lower: 1, upper: 1 },
    ]);
    expect(solve(system(2, [[1, 1]], [2], 0)).bounds[0]).toEqual({ lower: 0, upper: 2 });
  });

  it('says of every unknown of any small system what dense elimination in fractions says, and proves it by the equations it names', () => {
    const anyRow = (columns: number) =>
      fc.array(fc.constantFrom(0, 0, 0, 1, 1, -1, 2), { minLength: columns, maxLength: columns }).filter(row => row.some(v => v !== 0));
    const anySystem = fc
      .integer({ min: 1, max: 9 })
      .chain(columns => fc.tuple(fc.constant(columns), fc.array(anyRow(columns), { maxLength: 9 })));
    fc.assert(
      fc.property(anySystem, ([columns, rows]) => {
        const given = system(columns, rows, rows.map(() => 0), null); // prettier-ignore
        const { proofs, undecided, rank } = solve(given);
        expect(undecided.size).toBe(0);
        expect(rank).toBe(rankOf(rows));
        expect(proofs.map(proof => proof !== null)).toEqual(determinedBy(rows, columns));
        for (const [column, proof] of proofs.entries()) {
          if (proof === null) continue;
          const sum = Array.from({ length: columns }, (_, at) =>
            proof.equations.reduce((total, row, i) => total + proof.multipliers[i]! * BigInt(rows[row]![at]!), 0n),
          );
          // Besides the unknown itself, only others that are determined are left.
          expect(sum[column]).toBe(proof.times);
          expect(sum.every((left, at) => at === column || left === 0n || proofs[at] !== null)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never gives bounds that leave out a value there is', () => {
    const anyValues = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        anyValues,
        fc.array(fc.array(fc.constantFrom(0, 1, 1, -1), { minLength: 8, maxLength: 8 }), { maxLength: 6 }),
        (values, all) => {
          const rows = all.map(row => row.slice(0, values.length)).filter(row => row.some(value => value !== 0));
          const known = rows.map(row => row.reduce<number>((sum, factor, i) => sum + factor * values[i]!, 0));
          const { bounds } = solve(system(values.length, rows, known));
          for (const [i, { lower, upper }] of bounds.entries()) {
            expect(lower ?? -Infinity).toBeLessThanOrEqual(values[i]!);
            expect(upper ?? Infinity).toBeGreaterThanOrEqual(values[i]!);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
