import { describe, expect, it } from 'vitest';
import { hiddenIn } from './table.ts';

/** Every atom published by itself, and some sums. */
const withAtoms = (atoms: Record<string, number>, sums: Record<string, string>) => ({
  atoms,
  cells: { ...Object.fromEntries(Object.keys(atoms).map(name => [name, name])), ...sums },
});

describe('what follows from sums', () => {
  it('trap 1: two ones under a total are told by what they leave, so a third is hidden', () => {
    expect(hiddenIn(withAtoms({ a: 1, b: 1, c: 12 }, { T: 'a b c' }))).toEqual(['a', 'b', 'c']);
  });

  it('trap 2: six ones under a board hide the board, and a complement of it', () => {
    const board = 'u1 u2 u3 u4 u5 u6';
    const atoms = { u1: 1, u2: 1, u3: 1, u4: 1, u5: 1, u6: 1, v1: 9, v2: 20 };
    const hidden = hiddenIn(withAtoms(atoms, { B1: board, B2: 'v1 v2', K: `${board} v1 v2` }));
    expect(hidden).toEqual(['B1', 'B2', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'v1']);
  });

  it('trap 3: zeros are shown, so a small unit beside zeros hides its board, another board and a unit of that', () => {
    const sums = { B1: 'a b c', B2: 'd e', K: 'a b c d e' };
    expect(hiddenIn(withAtoms({ a: 3, b: 0, c: 0, d: 9, e: 8 }, sums))).toEqual(['B1', 'B2', 'a', 'e']);
  });

  it('trap 4: in a table with margins a small cell takes four, not two', () => {
    const sums = { r1: 'a b', r2: 'c d', c1: 'a c', c2: 'b d', T: 'a b c d' };
    expect(hiddenIn(withAtoms({ a: 3, b: 9, c: 8, d: 12 }, sums))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('trap 5: two hidden in every row are told by three rows together', () => {
    const hidden = hiddenIn(withAtoms({ a: 2, b: 3, c: 4 }, { ab: 'a b', bc: 'b c', ac: 'a c' }));
    expect(hidden.length).toBeGreaterThan(3);
  });

  it('trap 6: a small March hides February, and the year to date through February', () => {
    const atoms = { jan: 9, feb: 8, mar: 3, apr: 7 };
    const sums = { ytdFeb: 'jan feb', ytdMar: 'jan feb mar', T1: 'jan feb mar apr' };
    expect(hiddenIn(withAtoms(atoms, sums))).toEqual(['feb', 'mar', 'ytdFeb']);
  });

  it('trap 7: a year to date that is small is a secret, though nobody publishes it', () => {
    const table = withAtoms({ jan: 1, feb: 1, mar: 0, apr: 6 }, { T1: 'jan feb mar apr' });
    expect(hiddenIn(table)).toEqual(['apr', 'feb', 'jan']);
    expect(hiddenIn({ ...table, unpublished: ['jan feb', 'jan feb mar'] })).toEqual(['apr', 'feb', 'jan']);
    const sums = { T1: 'jan feb mar apr', 'ytd-mar': 'jan feb mar' };
    expect(hiddenIn(withAtoms({ jan: 1, feb: 1, mar: 0, apr: 6 }, sums))).toEqual(['apr', 'feb', 'jan', 'ytd-mar']);
  });

  it('trap 8: twelve months that roll on are shown only where they follow from the rest', () => {
    const years = { m1: 3, rest: 115, m13: 5 };
    const rolling = { R1: 'm1 rest', R2: 'rest m13' };
    const months = { atoms: years, cells: { m1: 'm1', m13: 'm13' } };
    expect(hiddenIn({ ...months, ifFree: rolling })).toEqual(['R1', 'm1']);
    expect(hiddenIn({ atoms: years, cells: { rest: 'rest', m13: 'm13' }, ifFree: rolling })).toEqual([]);
    expect(hiddenIn({ atoms: years, cells: { m1: 'm1', rest: 'rest', m13: 'm13' }, ifFree: rolling })).toEqual(['R1', 'm1']);
  });

  it('trap 9: a unit that moved is told by its two parts, so the whole of it is hidden too', () => {
    const atoms = { a: 17, jul: 1, aug: 2, rest: 40 };
    const cells = { U: 'a jul aug', UA: 'a', UB: 'jul aug', B: 'jul aug rest', V: 'rest' };
    const hidden = hiddenIn({ atoms, cells });
    expect(hidden).toContain('UB');
    expect(hidden.includes('U') || hidden.includes('UA')).toBe(true);
    expect(hidden.includes('B') || hidden.includes('V')).toBe(true);
  });

  it('trap 10: what an edition has shown is known, and the next hides so that nothing follows from both', () => {
    const table = withAtoms({ a: 3, b: 8, c: 9 }, { T: 'a b c' });
    expect(hiddenIn(table)).toEqual(['a', 'b']);
    expect(hiddenIn({ ...table, known: ['b', 'a b c'] })).toEqual(['a', 'c']);
    const both = { ...table, cells: { a: 'a', b: 'b', c: 'c', T: 'a b c', d: 'd', U: 'a d' }, atoms: { a: 3, b: 8, c: 9, d: 6 } };
    expect(hiddenIn({ ...both, known: ['c', 'a b c'] })).toEqual(['a', 'b', 'd']);
  });

  it('trap 11: breakdowns that are never crossed are tied through their margins', () => {
    const atoms = { K: 3, M: 17, y: 6, m: 5, o: 9 };
    const cells = { K: 'K', M: 'M', T: 'K M', y: 'y', m: 'm', o: 'o' };
    const ties = [{ one: 'K M', other: 'y m o' }];
    const hidden = hiddenIn({ atoms, cells, ties });
    expect(hidden.includes('M') || (hidden.includes('T') && ['y', 'm', 'o'].some(age => hidden.includes(age)))).toBe(true);
    expect(hiddenIn({ atoms, cells: { K: 'K', M: 'M', y: 'y', m: 'm', o: 'o' }, ties })).not.toEqual(['K']);
  });

  it('trap 12: a board of then and the same of today tell of the unit that has come', () => {
    const hidden = hiddenIn(
      withAtoms({ u1: 4, u2: 4, u3: 3, u4: 30 }, { then: 'u1 u2', today: 'u1 u2 u3', other: 'u3 u4', T: 'u1 u2 u3 u4' }),
    );
    expect(hidden.includes('then') || hidden.includes('today')).toBe(true);
  });
});

describe('what a lower bound tells', () => {
  it('sums of money may be negative, and nothing is known of how small they are', () => {
    const table = withAtoms({ a: 1, b: 1, c: 12 }, { T: 'a b c' });
    expect(hiddenIn({ ...table, lowest: null })).toEqual(['a', 'b']);
  });

  it('a tie of two ones with another two is known, and a weight is found for it', () => {
    const atoms = { K: 1, M: 1, y: 1, o: 1, c: 30, d: 30 };
    const cells = { K: 'K', M: 'M', y: 'y', o: 'o', c: 'c', T: 'K M c' };
    expect(hiddenIn({ atoms, cells, ties: [{ one: 'K M', other: 'y o' }] })).toEqual(['K', 'M', 'c', 'o', 'y']);
  });
});
