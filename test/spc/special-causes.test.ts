import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpecialCause } from '../../pipeline/contract/signals.ts';
import { assuranceOf } from '../../pipeline/spc/assurance.ts';
import { judgeSeries } from '../../pipeline/spc/judge-series.ts';
import { mean } from '../../pipeline/spc/mean.ts';
import { processLimits } from '../../pipeline/spc/process-limits.ts';
import { specialCauses } from '../../pipeline/spc/special-causes.ts';

/** Limits far from what is tried: mean 0, near at ±2, limits at ±3. */
const LIMITS = { mean: 0, range: 3 / 2.66, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
const SHORT: Readonly<Record<SpecialCause, string>> = {
  'Above UCL': 'H',
  'Below LCL': 'L',
  '7 Point Trend (Increasing)': '/',
  '7 Point Trend (Decreasing)': '\\',
  '2 in 3 Above CL': '2',
  '2 in 3 Below CL': '3',
  '7 Points Above CL': '^',
  '7 Points Below CL': 'v',
  'Common Cause': '.',
};
const causes = (values: readonly (number | null)[]) =>
  specialCauses(values, LIMITS)
    .map(cause => SHORT[cause])
    .join('');

describe('specialCauses', () => {
  it.each<[string, (number | null)[], string]>([
    ['a value at a limit is inside it', [3, -3, 3.01, -3.01], '..HL'],
    ['seven on one side are a run, six are not', [-1, 1, 1, 2, 1, 2, 1, 2, -1, 1, 1, 2, 1, 2, 1, -1], '.^^^^^^^........'],
    ['eight are all in it', [1, 2, 1, 2, 1, 2, 1, 2], '^^^^^^^^'],
    ['a value at the mean is on neither side', [1, 2, 1, 2, 0, 1, 2, 1, 2], '.........'],
    ['a missing one breaks a run', [1, 2, 1, 2, null, 1, 2, 1, 2], '.........'],
    ['a point outside is in the run it stands in', [1, 2, 1, 4, 1, 2, 1], '^^^H^^^'],
    ['seven rising, six steps', [-3, -2, -1, 0, 1, 2, 3], '///////'],
    ['six rising are no trend', [-2, -1, 0, 1, 2, 2.5], '......'],
    ['a tie ends a trend', [-3, -2, -1, -1, 0, 1, 2, 3], '........'],
    ['a missing one breaks a trend', [-3, -2, -1, null, 0, 1, 2, 3], '........'],
    ['seven falling', [3, 2, 1, 0, -1, -2, -3], '\\\\\\\\\\\\\\'],
    ['a peak belongs to the trend that follows it', [-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3], '//////\\\\\\\\\\\\\\'],
    ['a trend comes before two of three', [-1.5, -1, 0, 1, 2.1, 2.2, 2.3], '///////'],
    ['outside comes before a trend', [-1, 0, 1, 2, 2.5, 2.8, 4], '//////H'],
    ['two of three near a limit, the near ones marked', [0, 2.5, 1, 2.5, 0], '.2.2.'],
    ['beside each other', [-1, 2.5, 2.5, 1, -1], '.22..'],
    ['not when the third is on the other side', [2.5, -1, 2.5, 0, 0], '.....'],
    ['nor when it is at the mean', [2.5, 0, 2.5, 0, 0], '.....'],
    ['nor at an end with two points alone', [2.5, 2.5], '..'],
    ['nor when the two are near opposite limits', [2.5, -2.5, 1], '...'],
    ['a point outside is not near: one of three', [2.5, 4, 1], '.H.'],
    ['but may be the third', [2.5, 4, 2.5], '2H2'],
    ['below', [-2.5, -1, -2.5], '3.3'],
    ['two of three comes before a run', [1, 1, 2.5, 1, 2.5, 1, 1], '^^2^2^^'],
    ['a missing one breaks a three', [2.5, null, 2.5], '...'],
    [
      'where two trends meet at the same value, the step between is called a decrease',
      [-3, -2, -1, 0, 1, 2, 2.9, 2.9, 2.91, 2.92, 2.93, 2.94, 2.95, 2.96],
      '//////\\///////',
    ],
  ])('%s', (_, values, expected) => expect(causes(values)).toBe(expected));
});

describe('processLimits', () => {
  it('leaves out moving ranges of 3.267 means or more, once', () => {
    // Ranges 1, 1, 1, 1, 20, 20, 1, 1, 1, 1: mean 4.8, of which 3.267 are 15.68; the rest have mean 1.
    const { mean: centre, lower, upper } = processLimits([1, 2, 1, 2, 1, 21, 1, 2, 1, 2, 1]);
    expect([centre, lower, upper].map(n => n.toFixed(6))).toEqual(['3.181818', '0.521818', '5.841818']);
  });

  it('has a range to neither side of a missing value', () => {
    expect(processLimits([1, 2, null, 100, 101]).range).toBe(1);
  });

  it.each([[[5, 5, 5, 5]], [[0.1, 0.1, 0.1]], [[5]]])('has no limits for %j, and no signal', values => {
    expect(judgeSeries({ values, direction: 'increase', target: 1 })).toMatchObject({
      mean: values[0],
      lpl: null,
      upl: null,
      special_cause: values.map(() => 'Common Cause'),
      assurance: 'inconsistent',
    });
  });

  it('may have no width: where the only step is screened out, every point is outside', () => {
    const step = [...new Array<number>(10).fill(1), ...new Array<number>(10).fill(2)];
    expect(causesOf(step)).toEqual([...new Array<string>(10).fill('Below LCL'), ...new Array<string>(10).fill('Above UCL')]);
  });
});

describe('assuranceOf', () => {
  const limits = { lower: 1, upper: 3 };
  it.each([
    [4, 'consistent_fail', 'consistent_pass'],
    [3, 'inconsistent', 'inconsistent'],
    [2, 'inconsistent', 'inconsistent'],
    [1, 'inconsistent', 'inconsistent'],
    [0, 'consistent_pass', 'consistent_fail'],
  ])('a target of %d between 1 and 3 is %s for an increase, %s for a decrease', (target, increase, decrease) => {
    expect(assuranceOf(target, limits, 'increase')).toBe(increase);
    expect(assuranceOf(target, limits, 'decrease')).toBe(decrease);
    expect(assuranceOf(target, limits, 'neutral')).toBeNull();
  });
});

const causesOf = (values: readonly (number | null)[]) => [...judgeSeries({ values, direction: 'increase', target: null }).special_cause];
const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const powerOfTwo = fc.integer({ min: -10, max: 10 }).map(n => 2 ** n);
const MIRROR: Readonly<Record<string, string>> = {
  'Above UCL': 'Below LCL',
  'Below LCL': 'Above UCL',
  '2 in 3 Above CL': '2 in 3 Below CL',
  '2 in 3 Below CL': '2 in 3 Above CL',
  '7 Points Above CL': '7 Points Below CL',
  '7 Points Below CL': '7 Points Above CL',
  '7 Point Trend (Increasing)': '7 Point Trend (Decreasing)',
  '7 Point Trend (Decreasing)': '7 Point Trend (Increasing)',
  'Common Cause': 'Common Cause',
};

describe('for any series', () => {
  it('causes are the same in another unit', () =>
    fc.assert(
      fc.property(series, powerOfTwo, (values, by) => {
        expect(causesOf(values.map(v => v * by))).toEqual(causesOf(values));
      }),
    ));

  it('limits move with the level', () =>
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, by) => {
        const [own, moved] = [processLimits(values), processLimits(values.map(v => v + by))];
        expect(moved.mean).toBeCloseTo(own.mean + by, 8);
        expect(moved.range).toBe(own.range);
      }),
    ));

  it('a mirrored series has mirrored causes, where no trend ends in a tie', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 }), values => {
        expect(causesOf(values.map(v => -v))).toEqual(causesOf(values).map(cause => MIRROR[cause]));
      }),
    ));

  it('better one way is worse the other', () =>
    fc.assert(
      fc.property(series, values => {
        const up = judgeSeries({ values, direction: 'increase', target: 5 });
        const down = judgeSeries({ values, direction: 'decrease', target: 5 });
        const other = (type: string) => type.replace(/improvement|concern/, word => (word === 'concern' ? 'improvement' : 'concern'));
        expect(down.point_type).toEqual(up.point_type.map(other));
      }),
    ));

  it('a missing value has no cause, and a point is outside only beyond a limit', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 1, maxLength: 40 }), values => {
        const { lower, upper } = processLimits(values);
        causesOf(values).forEach((cause, i) => {
          const value = values[i]!;
          if (value === null) expect(cause).toBe('Common Cause');
          else expect(cause === 'Above UCL' || cause === 'Below LCL').toBe(value > upper || value < lower);
        });
      }),
    ));

  it('the mean of one value many times is the value', () =>
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 60 }), (value, n) => {
        expect(mean(new Array<number>(n).fill(value)) + 0).toBe(value + 0);
      }),
    ));

  it('the mean is that of exact decimals', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 }), values => {
        expect(mean(values)).toBe(values.reduce((sum, value) => sum + value, 0) / values.length);
      }),
    ));
});
