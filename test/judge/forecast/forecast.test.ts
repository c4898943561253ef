import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../../pipeline/contract/period.ts';
import { forecast } from '../../../pipeline/judge/forecast/forecast.ts';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import { aggregate, AVERAGE, cells, GIVEN, judging, MEDIAN, metric, RATIO, row, SUM } from '../support/builders.ts';

const YEAR_2026 = { first: monthOf('2026-01-01'), last: monthOf('2026-12-01') };
/** `count` months from January 2024; the i-th is worth i + 1. */
const months = (count: number, of: (i: number) => Partial<Observation> = () => ({})): Observation[] =>
  Array.from({ length: count }, (_, i) => row('month', firstDay(monthOf('2024-01-01') + i), i + 1, of(i)));
const sums = metric({ measure: SUM, per: 1, unit: 'sek' });

function foretell(declaration: MetricDeclaration, rows: readonly Observation[], period = YEAR_2026) {
  const made = judging({ metrics: [cells(declaration, rows)] });
  return forecast(made, made.metrics.get(declaration.id)!, ['*'], period);
}
function valueOf(...of: Parameters<typeof foretell>): number {
  const found = foretell(...of);
  if ('reason' in found) throw new Error(found.reason);
  return found.fact.value;
}
const whyNot = (...of: Parameters<typeof foretell>) => {
  const found = foretell(...of);
  return 'reason' in found ? found.reason : null;
};

describe('the seasonal naive forecast, where nothing has beaten it', () => {
  it('of a sum takes months to come from a year earlier', () => {
    // January to March 2026 are 25, 26 and 27; April to December 2025 are 16 to 24.
    expect(valueOf(sums, months(27))).toBe(25 + 26 + 27 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23 + 24);
  });
  it('of a ratio takes numerators and denominators apart', () => {
    const rows = months(24, i => ({ numerator: i < 12 ? '1' : i < 18 ? '3' : '10', denominator: i < 18 ? '10' : '100' }));
    // Six months of 3 / 10 and six of 10 / 100: 78 / 660, not the mean of 30 % and 10 %.
    expect(valueOf(metric({ measure: RATIO, per: 100 }), rows)).toBe((100 * 78) / 660);
  });
  it('of an average weighs by its counts', () => {
    const rows = months(24, i => ({ numerator: String(i), denominator: '2' }));
    expect(valueOf(metric({ measure: AVERAGE, per: 1 }), rows)).toBe((12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23) / 24);
  });
  it('of a mean over time divides by the periods', () => {
    const rows = months(24, i => ({ numerator: String(i + 1), denominator: '1' }));
    expect(valueOf(metric({ measure: SUM, per: 1, over_time: 'mean', unit: 'count' }), rows)).toBe((24 * 25 - 12 * 13) / 2 / 12);
  });
  it('of a stock is the last one', () => {
    expect(valueOf(metric({ measure: SUM, over_time: 'last', unit: 'count' }), months(27))).toBe(27);
  });
  it('sums amounts exactly', () => {
    expect(
      valueOf(
        sums,
        months(24).map(of => ({ ...of, value: 0.1 })),
      ),
    ).toBe(1.2);
  });
  it('of a period more than a year ahead goes back as many years as it must', () => {
    expect(valueOf(sums, months(24), { first: monthOf('2027-05-01'), last: monthOf('2027-08-01') })).toBe(17 + 18 + 19 + 20);
  });
  it('of a tertial needs two years all the same', () => {
    const period = { first: monthOf('2026-01-01'), last: monthOf('2026-04-01') };
    expect(whyNot(sums, months(23), period)).toBe('too-short');
    expect(valueOf(sums, months(25), period)).toBe(25 + 14 + 15 + 16);
  });
  it('of a yearly metric needs five years', () => {
    const years = (count: number) => Array.from({ length: count }, (_, i) => row('year', `${2026 - count + i}-01-01`, 10 + i));
    const yearly = { ...sums, finest: 'year' as const, grains: ['year' as const] };
    expect(whyNot(yearly, years(4))).toBe('too-short');
    expect(valueOf(yearly, years(5))).toBe(14);
    expect(valueOf({ ...yearly, measure: GIVEN }, years(5))).toBe(14);
  });
});

describe('another method', () => {
  // January 2022 to September 2026, a crown more each month.
  const growing = Array.from({ length: 57 }, (_, i) => row('month', firstDay(monthOf('2022-01-01') + i), i + 1));

  it('is used where it has beaten the naive one: a cost that grows by as much every year', () => {
    // The months go on growing: the year is 49 to 57, then 58, 59 and 60.
    expect(foretell(sums, growing)).toMatchObject({ fact: { value: (12 * (49 + 60)) / 2, method: 'drift' } });
  });
  it('gives the months to come, which with those that have come are the year', () => {
    const found = foretell(sums, growing);
    if ('reason' in found) throw new Error(found.reason);
    expect(found.fact.points.map(point => [point.period_start, point.value])).toEqual([
      ['2026-10-01', 58],
      ['2026-11-01', 59],
      ['2026-12-01', 60],
    ]);
    expect(found.fact.through).toBe('2026-09-30');
  });
  it('is not used before it has been tried on four periods that do not overlap', () => {
    expect(foretell(sums, growing.slice(-36))).toMatchObject({ fact: { method: 'naive' } });
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
    expect(whyNot(sums, hole(20, changes))).toBe('hole');
    expect(whyNot(sums, hole(9, changes))).toBe('hole');
    expect(whyNot(sums, hole(8, changes))).toBeNull();
  });
  it.each([
    ['a median', MEDIAN],
    ['a distinct count', { type: 'aggregate' as const, aggregate: aggregate('count-distinct') }],
    [
      'a share of distinct counts',
      { type: 'ratio' as const, numerator: aggregate('count-distinct'), denominator: aggregate('count-distinct') },
    ],
    ['a given metric whose months do not make a year', GIVEN],
    ['a derived metric', { type: 'derived' as const, expression: { type: 'number' as const, value: 1 } }],
  ])('of %s', (_, measure) => expect(whyNot(metric({ measure }), months(33))).toBe('not-additive'));
  it('without rows, or without a settled one', () => {
    expect(whyNot(sums, [])).toBe('no-outcome');
    expect(
      whyNot(
        sums,
        months(33, () => ({ marks: ['partial'] })),
      ),
    ).toBe('no-outcome');
  });
  it('where the year is settled', () => expect(whyNot(sums, months(36))).toBe('settled'));
  it('where all denominators are zero', () => {
    const rows = months(33, () => ({ numerator: '0', denominator: '0' }));
    expect(whyNot(metric(), rows)).toBe('not-applicable');
  });
});
