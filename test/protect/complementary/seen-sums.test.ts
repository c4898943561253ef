import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../pipeline/contract/observation.ts';
import type { Row, Telling } from '../../../pipeline/protect/complementary/rows.ts';
import { seenSums } from '../../../pipeline/protect/complementary/seen-sums.ts';
import type { Summed } from '../../../pipeline/words/stages.ts';
import { count, sum } from '../../measure/measure-over.ts';

/** A row about so many, of a metric that counts people in months and sums something else. */
const telling = (people: number, units: number[], hours: number | null = null): Telling => {
  const composition = { numerator: hours === null ? count(null) : sum('hours'), denominator: null, population: count(null) };
  const cell = said(people, hours);
  const source = { source: cell, metric: { id: 'cases' } };
  return { row: source, told: { metric: 'cases', population: people, sum: { composition, units }, cell } } as unknown as Telling;
};
const said = (people: number, hours: number | null = null): Cell => {
  return { value: hours ?? people, numerator: null, denominator: null, population: people, flag: null };
};

const told = (rows: readonly { row: Telling; of: number[]; then: Cell }[], covered: readonly number[] | null = null): number[][] => {
  const then = new Map<Row, Cell>(rows.map(({ row, then: before }) => [row.row, before]));
  const seen = { then, covered: new Map([['cases', covered === null ? null : new Set(covered)]]) };
  const variablesOf = ({ units }: Summed): Int32Array => Int32Array.from(units);
  const sums = rows.map(({ of }) => Int32Array.from(of));
  return seenSums(
    rows.map(({ row }) => row),
    sums,
    seen,
    variablesOf,
  ).map(of => [...of]);
};

describe('what an earlier edition has told', () => {
  /** A whole of three unknowns that is 23 now, where the first unknown, 6 now, was seen as 5. */
  const corrected = (whole: number): number[][] =>
    told([
      { row: telling(23, [1]), of: [0, 1, 2], then: said(whole) },
      { row: telling(6, [1]), of: [0], then: said(5) },
    ]);

  it('a sum that has changed as much as what was seen in it tells of the rest; one that has changed more tells nothing', () => {
    expect(corrected(22)).toContainEqual([1, 2]);
    expect(corrected(20)).not.toContainEqual([1, 2]);
  });

  it('a row that says the same of one of its figures is known', () => {
    expect(told([{ row: telling(8, [1], 40), of: [0, 1], then: said(8, 39) }])).toContainEqual([0, 1]);
    expect(told([{ row: telling(8, [1], 40), of: [0, 1], then: said(7, 39) }])).toEqual([]);
  });

  it('what moves inside a whole that says the same is not seen to move', () => {
    const moved = { row: telling(8, [1]), of: [0], then: said(9) };
    expect(told([moved, { row: telling(30, [1]), of: [0, 1], then: said(30) }])).toContainEqual([0]);
    expect(told([moved, { row: telling(30, [2]), of: [0, 1], then: said(30) }])).not.toContainEqual([0]);
    expect(told([moved, { row: telling(30, [1]), of: [1, 2], then: said(30) }])).not.toContainEqual([0]);
  });

  it('a year that was about fewer months told of those', () => {
    const year = { row: telling(20, [1, 2, 3]), of: [1, 2, 3], then: said(15) };
    expect(told([year], [1, 2])).toEqual([[1, 2]]);
    expect(told([year], [])).toEqual([]);
    expect(told([year], [1, 2, 3])).toEqual([]);
  });
});
