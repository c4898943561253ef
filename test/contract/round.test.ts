import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round } from '../../pipeline/contract/round.ts';

describe('rounding as a person does', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [105.4545, 1, 105.5],
    [7.55, 1, 7.6],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.5, 0, 1],
    [0.49999999999999994, 0, 0],
    [0.045, 2, 0.05],
    [1e-7, 6, 0],
    [5e-7, 6, 0.000001],
    [1e21, 2, 1e21],
    [-1.5e21, 0, -1.5e21],
    [123456789.125, 2, 123456789.13],
    [0, 2, 0],
  ])('%d with %d decimals is %d', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });

  it('zero has no sign, whichever side it is reached from', () => {
    expect(Object.is(round(-0, 1), 0)).toBe(true);
    expect(Object.is(round(-0.04, 1), 0)).toBe(true);
  });

  it('is half away from zero in decimal, for every number written with up to 15 digits', () => {
    const digits = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (number, scale, decimals, negative) => {
          const value = Number(`${negative ? '-' : ''}${number}e-${scale}`);
          // Exact in whole numbers: to `decimals`, half away from zero.
          const drop = 10n ** BigInt(Math.max(0, scale - decimals));
          const rounded = (number + drop / 2n) / drop;
          const expected = Number(`${negative && rounded > 0n ? '-' : ''}${rounded}e-${Math.min(scale, decimals)}`);
          expect(round(value, decimals)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('rounding again changes nothing, and order is kept', () => {
    const number = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
        expect(round(round(a, decimals), decimals)).toBe(round(a, decimals));
        expect(round(Math.min(a, b), decimals)).toBeLessThanOrEqual(round(Math.max(a, b), decimals));
      }),
    );
  });
});
