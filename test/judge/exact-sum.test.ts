import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../pipeline/judge/exact-sum.ts';

describe('exactSum', () => {
  it.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['-12.50', '2.5'], '-10.00'],
    [['1e-7', '1'], '1.0000001'],
    [['1.5e+21', '0'], '1500000000000000000000'],
    [['-0.05'], '-0.05'],
  ])('of %j is %s', (decimals, sum) => expect(exactSum(decimals)).toBe(sum));

  it('of any numbers’ own texts is the sum of their cents', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })), cents => {
        const sum = cents.reduce((a, b) => a + b, 0);
        return Number(exactSum(cents.map(c => String(c / 100)))) === sum / 100;
      }),
    );
  });
  it('refuses what is not a decimal', () => expect(() => exactSum(['1,5'])).toThrow('1,5'));
});
