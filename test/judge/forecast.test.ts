import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import { forecast } from '../../pipeline/judge/forecast.ts';
import { aggregate, AVERAGE, GIVEN, MEDIAN, metric, RATIO, row, SUM } from './support/builders.ts';

const YEAR_2026 = { first: monthOf('2026-01-01'), last: monthOf('2026-12-01') };
/** `count` months from January 2024; the i-th is worth i + 1. */
const months = (count: number, of: (i: number) => Partial<Observation> = () => ({})): Observation[] =>
  Array.from({ length: count }, (_, i) => row('month', firstDay(monthOf('2024-01-01') + i), i + 1, of(i)));
const sums = metric({ measure: SUM, per: 1 });

describe('the seasonal naive forecast', () => {
  it('of a sum takes months to come from a year earlier', () => {
    // January to September 2026 are 25 to 33; October to December 2025 are 22, 23 and 24.
    expect(forecast(sums, months(33), YEAR_2026)).toBe(25 + 26 + 27 + 28 + 29 + 30 + 31 + 32 + 33 + 22 + 23 + 24);
  });
  it('of a ratio takes numerators and denominators apart', () => {
    const rows = months(24, i => ({ numerator: i < 12 ? '1' : i < 18 ? '3' : '10', denominator: i < 18 ? '10' : '100' }));
    // Six months of 3 / 10 and six of 10 / 100: 78 / 660, not the mean of 30 % and 10 %.
    expect(forecast(metric({ measure: RATIO, per: 100 }), rows, YEAR_2026)).toBe((100 * 78) / 660);
  });
  it('of an average weighs by its counts', () => {
    const rows = months(24, i => ({ numerator: String(i), denominator: '2' }));
    expect(forecast(metric({ measure: AVERAGE, per: 1 }), rows, YEAR_2026)).toBe(
      (12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23) / 24,
    );
  });
  it('of a mean over time divides by the periods', () => {
    const rows = months(24, i => ({ numerator: String(i + 1), denominator: '1' }));
    expect(forecast(metric({ measure: SUM, per: 1, over_time: 'mean' }), rows, YEAR_2026)).toBe((24 * 25 - 12 * 13) / 2 / 12);
  });
  it('of a stock is the last one', () => {
    expect(forecast(metric({ measure: SUM, over_time: 'last' }), months(33), YEAR_2026)).toBe(33);
  });
  it('sums amounts exactly', () => {
    const rows = months(24, () => ({ value: 0.1 }));
    expect(forecast(sums, rows, YEAR_2026)).toBe(1.2);
  });
  it('of a period more than a year ahead goes back as many years as it must', () => {
    expect(forecast(sums, months(24), { first: monthOf('2027-05-01'), last: monthOf('2027-08-01') })).toBe(17 + 18 + 19 + 20);
  });
  it('of a tertial needs two years all the same', () => {
    const period = { first: monthOf('2026-01-01'), last: monthOf('2026-04-01') };
    expect(forecast(sums, months(23), period)).toBeNull();
    expect(forecast(sums, months(25), period)).toBe(25 + 14 + 15 + 16);
  });
  it('of a yearly metric needs five years', () => {
    const years = (count: number) => Array.from({ length: count }, (_, i) => row('year', `${2026 - count + i}-01-01`, 10 + i));
    expect(forecast(sums, years(4), YEAR_2026)).toBeNull();
    expect(forecast(sums, years(5), YEAR_2026)).toBe(14);
  });
});

describe('no forecast', () => {
  const hole = (at: number, changes: Partial<Observation>) => months(33, i => (i === at ? changes : {}));
  it.each([
    ['missing', { value: null, flag: 'missing' as const }],
    ['hidden', { value: null, flag: 'suppressed' as const }],
    ['not applicable', { value: null, flag: 'not-applicable' as const }],
    ['late', { marks: ['late' as const] }],
    ['held', { marks: ['held' as const] }],
  ])('where a month of the two seasons is %s', (_, changes) => {
    expect(forecast(sums, hole(20, changes), YEAR_2026)).toBeNull();
    expect(forecast(sums, hole(9, changes), YEAR_2026)).toBeNull();
    expect(forecast(sums, hole(8, changes), YEAR_2026)).not.toBeNull();
  });
  it.each([
    ['a median', MEDIAN],
    ['a distinct count', { type: 'aggregate' as const, aggregate: aggregate('count-distinct') }],
    [
      'a share of distinct counts',
      { type: 'ratio' as const, numerator: aggregate('count-distinct'), denominator: aggregate('count-distinct') },
    ],
    ['a given metric', GIVEN],
    ['a derived metric', { type: 'derived' as const, expression: { type: 'number' as const, value: 1 } }],
  ])('of %s', (_, measure) => expect(forecast(metric({ measure }), months(33), YEAR_2026)).toBeNull());
  it('without rows, or without a settled one', () => {
    expect(forecast(sums, [], YEAR_2026)).toBeNull();
    expect(
      forecast(
        sums,
        months(33, () => ({ marks: ['partial'] })),
        YEAR_2026,
      ),
    ).toBeNull();
  });
  it('where all denominators are zero', () => {
    const rows = months(33, () => ({ numerator: '0', denominator: '0' }));
    expect(forecast(metric(), rows, YEAR_2026)).toBeNull();
  });
});
