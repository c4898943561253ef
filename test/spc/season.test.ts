import { describe, expect, it } from 'vitest';
import { deviateOfF, seasonOf } from '../../pipeline/spc/season.ts';
import { deviates } from './chance.ts';

type Make = (normal: () => number, n: number) => number[];
const independent: Make = (normal, n) => Array.from({ length: n }, normal);
const plus =
  (add: (i: number) => number): Make =>
  (normal, n) =>
    Array.from({ length: n }, (_, i) => add(i) + normal());
const remembering =
  (share: number): Make =>
  (normal, n) => {
    let last = 0;
    return Array.from({ length: n }, () => (last = share * last + normal()));
  };

/** How many of a thousand series are called seasonal. */
function found(make: Make, n: number): number {
  const normal = deviates(n);
  let count = 0;
  for (let i = 0; i < 1000; i++) if (seasonOf(make(normal, n).map((value, month) => ({ month, value })))) count++;
  return count;
}

describe('seasonOf', () => {
  // The table in docs/signals.md: of 1 000 series of 36, 60 and 84 months.
  it.each<[string, Make, readonly number[]]>([
    ['independent', independent, [0, 1, 5]],
    ['skewed', (normal, n) => independent(normal, n).map(Math.exp), [2, 1, 3]],
    ['half remembered from month to month', remembering(0.5), [3, 3, 3]],
    ['a random walk', remembering(1), [2, 1, 0]],
    ['an even trend', plus(i => 0.2 * i), [0, 1, 5]],
    ['a step of four standard deviations', plus(i => (i > 20 ? 4 : 0)), [0, 0, 0]],
    ['a wave of one and a half', plus(i => 1.5 * Math.sin((i * Math.PI) / 6)), [406, 992, 1000]],
    ['a wave of two', plus(i => 2 * Math.sin((i * Math.PI) / 6)), [840, 1000, 1000]],
    ['a July three lower', plus(i => (i % 12 === 6 ? -3 : 0)), [261, 857, 992]],
    ['a July five lower', plus(i => (i % 12 === 6 ? -5 : 0)), [930, 1000, 1000]],
    ['a summer three lower', plus(i => ([5, 6, 7].includes(i % 12) ? -3 : 0)), [897, 1000, 1000]],
  ])('%s', (_, make, expected) => {
    expect([36, 60, 84].map(n => found(make, n))).toEqual(expected);
  });

  it('gives what each calendar month lies above the whole’s mean', () => {
    const series = Array.from({ length: 36 }, (_, month) => ({
      month,
      value: 10 + (month % 12 === 6 ? -12 : 0) + 0.01 * ((month * 7) % 5),
    }));
    const season = seasonOf(series)!;
    expect(season.map(value => Math.round(value))).toEqual([1, 1, 1, 1, 1, 1, -11, 1, 1, 1, 1, 1]);
    expect(season.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  });

  it('needs 36 months, and each calendar month twice', () => {
    const july = (n: number) =>
      Array.from({ length: n }, (_, month) => ({ month, value: (month % 12 === 6 ? -12 : 0) + ((month * 7) % 5) }));
    expect(seasonOf(july(36))).not.toBeNull();
    expect(seasonOf(july(35))).toBeNull();
    const oneJuly = july(60).map(({ month, value }) => ({ month, value: month % 12 === 6 && month > 6 ? null : value }));
    expect(seasonOf(oneJuly)).toBeNull();
  });

  it('finds none in what does not vary', () => {
    expect(seasonOf(Array.from({ length: 48 }, (_, month) => ({ month, value: 3 })))).toBeNull();
  });
});

describe('deviateOfF', () => {
  // The F ratios that are exceeded two times in a thousand, from scipy.stats.f.isf(0.002, 11, n − 13).
  it.each([
    [4.131, 23],
    [3.308, 47],
    [2.934, 107],
  ])('of %d with 11 and %d degrees of freedom is that of two in a thousand', (ratio, below) =>
    expect(deviateOfF(ratio, 11, below)).toBeCloseTo(2.87, 1),
  );
});
