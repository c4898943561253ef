import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, summarise, type RealSeries } from '../../../bench/forecast/evaluate.ts';
import { errorQuantile } from '../../../pipeline/judge/forecast/error-quantile.ts';
import type { Forecastable } from '../../../pipeline/judge/forecast/history.ts';
import { predictor } from '../../../pipeline/judge/forecast/methods.ts';
import { probabilityOf } from '../../../pipeline/judge/forecast/probability.ts';
import { SUM } from '../support/builders.ts';

const sum: Forecastable = { measure: SUM, over_time: 'sum', per: 1, accept_gaps: false, unit: 'sek' };

/** Numbers between 0 and 1, the same every time (the generator of Park and Miller, 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('the interval', () => {
  it('is the error that four of five earlier ones did not exceed, with the finite-sample correction', () => {
    // Of 9 errors the ceil(10 · 0.8) = 8th smallest; of 4 the largest.
    expect(errorQuantile([9, 1, 2, 3, 4, 5, 6, 7, 8], 1)).toBe(8);
    expect(errorQuantile([4, 1, 3, 2], 1)).toBe(4);
    expect(errorQuantile([1, 2, 3], 1)).toBeNull();
  });
  it('counts errors about the same periods for what they are worth', () => {
    // Twelve of three months ahead, made each month, are worth four: the largest.
    const errors = Array.from({ length: 12 }, (_, i) => i + 1);
    expect(errorQuantile(errors, 3)).toBe(12);
    expect(errorQuantile(errors.slice(1), 3)).toBeNull();
    expect(errorQuantile(errors, 1)).toBe(11);
  });
  it('holds 75 to 85 % of the outcomes of 200 invented series of 14 years, each a walk of its own size', () => {
    const random = numbers(7);
    const all = Array.from({ length: 200 }, (_, i): RealSeries => {
      const values = [1000];
      while (values.length < 14) values.push(values.at(-1)! + (i + 1) * (random() + random() + random() - 1.5));
      return { first: 2010, values };
    });
    const { covered, trials, error } = summarise(evaluate(sum, all, 1));
    expect(trials).toBe(200 * 9);
    expect(covered).toBeGreaterThanOrEqual(0.75);
    expect(covered).toBeLessThanOrEqual(0.85);
    expect(error).toBeLessThanOrEqual(1.02);
  });
  it('holds as many of the years of 10 invented series of months with a season, and the drift is found', () => {
    const random = numbers(11);
    const all = Array.from({ length: 10 }, (): RealSeries => {
      const season = Array.from({ length: 12 }, () => 50 * random());
      const values = Array.from({ length: 108 }, (_, i) => 500 + 2 * i + season[i % 12]! + 10 * (random() + random() - 1));
      return { first: 12 * 2016, values };
    });
    const trials = evaluate(sum, all, 12);
    const { covered, error } = summarise(trials);
    expect(covered).toBeGreaterThanOrEqual(0.75);
    expect(covered).toBeLessThanOrEqual(0.95); // Some drift is found after the first errors, which were the naive one's.
    expect(error).toBeLessThan(0.6);
  });
});

describe('the methods', () => {
  it('foretell, of twelve known quarters', () => {
    const quarters = [10, 20, 30, 40, 11, 21, 31, 41, 13, 23, 33, 43];
    expect(predictor('naive', false)(quarters, 4, 5)).toEqual([13, 23, 33, 43, 13]);
    expect(predictor('naive', true)(quarters, 4, 2)).toEqual([43, 43]);
    // The years' means are 25, 26 and 28: 1.5 a year.
    expect(predictor('drift', false)(quarters, 4, 5)).toEqual([14.5, 24.5, 34.5, 44.5, 16]);
    expect(predictor('half-drift', false)(quarters, 4, 1)).toEqual([13.75]);
    expect(predictor('drift', true)(quarters, 4, 2)).toEqual([43.375, 43.75]);
    expect(predictor('average', false)(quarters, 4, 1)).toEqual([(10 + 11 + 13) / 3]);
  });
  it('all leave a series that repeats itself as it is', () => {
    const year = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(year, fc.constantFrom('naive', 'half-drift', 'drift', 'average', 'smoothing'), (quarters, method) => {
        const found = predictor(method, false)([...quarters, ...quarters, ...quarters], 4, 4);
        for (const [i, value] of found.entries()) expect(value).toBeCloseTo(quarters[i]!, 6);
      }),
    );
  });
});

describe('the probability', () => {
  const atMost = (limit: number, partly: number) => (value: number) =>
    value <= limit ? 'met' : value <= partly ? 'partly' : ('not-met' as const);
  it('is the share of equally likely outcomes that reach the target, half a one on either side', () => {
    expect(probabilityOf([1, 2, 3, 4, 5, 6, 7, 8, 9], atMost(3, 6))).toEqual({ met: 3.5 / 10, at_least_partly: 6.5 / 10 });
  });
  it('is never 0 or 1', () => {
    expect(probabilityOf([1, 2, 3, 4], atMost(0, 9))).toEqual({ met: 0.1, at_least_partly: 0.9 });
  });
  it('is not known without outcomes, or where they cannot be judged', () => {
    expect(probabilityOf([], atMost(1, 1))).toBeNull();
    expect(probabilityOf([1, 2], () => 'not-assessable')).toBeNull();
  });
});
