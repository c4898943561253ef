import { describe, expect, it } from 'vitest';
import { auditCells, auditText, givenAway, type Cells } from './a-table.ts';

/** A published table that gives something away, and the same with more hidden, which does not. `sums`: a member, and what it is the sum of. */
interface Trap {
  of: string;
  sums: Readonly<Record<string, readonly string[]>>;
  leaks: Cells;
  gives: readonly string[];
  holds: Cells;
}

const TRAPS: readonly Trap[] = [
  {
    of: 'two that are at least one each leave nothing to choose',
    sums: { T: ['a', 'b', 'c'] },
    leaks: { T: 14, a: '..', b: '..', c: 12 },
    gives: ['pinned a', 'pinned b'],
    holds: { T: 14, a: '..', b: '..', c: '..' },
  },
  {
    of: 'units of one person each, though their board is hidden',
    sums: { B1: ['1', '2', '3', '4', '5', '6'], B2: ['7', '8'], K: ['B1', 'B2'] },
    leaks: { 1: '..', 2: '..', 3: '..', 4: '..', 5: '..', 6: '..', B1: 6, 7: 9, 8: 20, B2: 29, K: 35 },
    gives: ['pinned 1', 'pinned 2', 'pinned 3', 'pinned 4', 'pinned 5', 'pinned 6'],
    holds: { 1: '..', 2: '..', 3: '..', 4: '..', 5: '..', 6: '..', B1: '..', 7: '..', 8: 20, B2: '..', K: 35 },
  },
  {
    of: 'where all else is zero, no zero helps',
    sums: { B1: ['1', '2', '3'], B2: ['4', '5'], K: ['B1', 'B2'] },
    leaks: { 1: '..', 2: 0, 3: 0, B1: '..', 4: 9, 5: 8, B2: 17, K: 20 },
    gives: ['determined 1', 'determined B1'],
    holds: { 1: '..', 2: 0, 3: 0, B1: '..', 4: 9, 5: '..', B2: '..', K: 20 },
  },
  {
    of: 'a small cell of a square with all margins takes four',
    sums: { r1: ['a', 'b'], r2: ['c', 'd'], k1: ['a', 'c'], k2: ['b', 'd'], T: ['r1', 'r2'] },
    leaks: { a: '..', b: '..', c: 8, d: 12, r1: 12, r2: 20, k1: 11, k2: 21, T: 32 },
    gives: ['determined a', 'determined b'],
    holds: { a: '..', b: '..', c: '..', d: '..', r1: 12, r2: 20, k1: 11, k2: 21, T: 32 },
  },
  {
    of: 'two hidden in every sum are three equations in three',
    sums: { ab: ['a', 'b'], bc: ['b', 'c'], ac: ['a', 'c'] },
    leaks: { a: '..', b: '..', c: '..', ab: 5, bc: 6, ac: 7 },
    gives: ['determined a', 'determined b', 'determined c'],
    holds: { a: '..', b: '..', c: '..', ab: 5, bc: 6, ac: '..' },
  },
  {
    of: 'years to date',
    sums: { 'to Feb': ['Jan', 'Feb'], 'to Mar': ['to Feb', 'Mar'], T1: ['to Mar', 'Apr'] },
    leaks: { Jan: 9, Feb: '..', Mar: '..', 'to Feb': 17, 'to Mar': 20, Apr: 7, T1: 27 },
    gives: ['determined Feb', 'determined Mar'],
    holds: { Jan: 9, Feb: '..', Mar: '..', 'to Feb': '..', 'to Mar': 20, Apr: 7, T1: 27 },
  },
];

describe('small published tables', () => {
  it.each(TRAPS)('$of', async ({ sums, leaks, gives, holds }) => {
    expect(givenAway(await auditCells(leaks, sums))).toEqual(gives);
    expect(givenAway(await auditCells(holds, sums))).toEqual([]);
  });

  it('ties breakdowns that were never crossed by the total they have in common, shown or not', async () => {
    const rows = (total: string) => `sex,age,number\nK,*,..\nM,*,17\n*,x,6\n*,y,5\n*,z,9\n${total}`;
    expect(givenAway(await auditText(rows('*,*,..\n')))).toEqual(['determined * *', 'determined K *']);
    expect(givenAway(await auditText(rows('')))).toEqual(['determined K *']);
    expect(givenAway(await auditText(rows('*,*,..\n').replace('z,9', 'z,..')))).toEqual([]);
  });

  it('knows that a hidden zero may be zero only where zeros are hidden', async () => {
    const cells: Cells = { T: 2, a: '..', b: '..' };
    expect(givenAway(await auditCells(cells, { T: ['a', 'b'] }))).toEqual(['pinned a', 'pinned b']);
    const hidden = await auditCells(cells, { T: ['a', 'b'] }, 'zero: hide\n');
    expect(givenAway(hidden)).toEqual([]);
    expect(hidden.narrow).toBe(2);
  });
});
