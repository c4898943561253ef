import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import { cells, goal, indicator, judged, judgedIndicator, metric, row, SUM } from './support/builders.ts';

/** Months of 2024, 2025 and the first nine of 2026, with the year to date at each. */
const months = ['2024-01-01', '2025-01-01', '2026-01-01'].flatMap((from, year) =>
  Array.from({ length: year === 2 ? 9 : 12 }, (_, i) => firstDay(monthOf(from) + i)).flatMap((start): Observation[] => {
    const value = 7 + year;
    return [row('month', start, value, { numerator: String(value), denominator: '100' }), row('month', start, value, { window: 'ytd' })];
  }),
);
const followed = indicator({ target: { type: 'none' } });
const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ');

describe('an indicator without a target', () => {
  it('has outcome to date, trend and forecast, and no status', () => {
    const found = judgedIndicator(followed, { metrics: [cells(metric(), months)] });
    expect(found).toMatchObject({
      status: 'not-assessable',
      rests_on: null,
      reason: 'no-target',
      against: null,
      to_date: { through: '2026-09-30', value: 9 },
      trend: { direction: 'worse', own: 9, before: 8 },
      forecast: 8.75,
      probability: null,
      target: { type: 'none' },
    });
    expect(plain(found.sentence)).toBe(
      'Sjukfrånvaro: 9,0 % under januari–september 2026. Det är 1,0 procentenheter högre än samma period året före, en försämring. ' +
        'Prognosen är 8,8 % för 2026 (80 % sannolikt 8,5–9,0 %). Inget målvärde är beslutat.',
    );
  });
  it('has its outcome once that is settled', () => {
    const found = judgedIndicator(followed, { metrics: [cells(metric(), [row('year', '2026-01-01', 7.4)])], asOf: '2027-02-01' });
    expect(found).toMatchObject({ status: 'not-assessable', reason: 'no-target', value: 7.4, period_end: '2026-12-31' });
    expect(plain(found.sentence)).toBe('Sjukfrånvaro: 7,4 % under 2026. Inget målvärde är beslutat.');
  });
  it('says why there is no figure', () => {
    const of = (rows: readonly Observation[]) => judgedIndicator(followed, { metrics: [cells(metric(), rows)], asOf: '2027-02-01' });
    expect(of([])).toMatchObject({
      reason: 'no-target',
      sentence: 'Sjukfrånvaro: vi vet inte ännu, det finns inget utfall. Inget målvärde är beslutat.',
    });
    expect(of([row('year', '2026-01-01', null, { flag: 'suppressed' })])).toMatchObject({
      reason: 'no-target',
      sentence: 'Sjukfrånvaro: utfallet är dolt av hänsyn till enskilda. Inget målvärde är beslutat.',
    });
  });
  it('of a sum is not said to lack a forecast', () => {
    const found = judgedIndicator(followed, { metrics: [cells(metric({ measure: SUM, per: 1 }), months.slice(-6))] });
    expect(found).toMatchObject({ reason: 'no-target', no_forecast: 'too-short' });
    expect(found.sentence).not.toContain('prognos');
  });
});

describe('a goal with an indicator without a target', () => {
  const declared = metric();
  const missed = indicator({ id: 'A', measures: 'tertial', by: '2026-08-31' });
  const judge = (indicators: readonly ReturnType<typeof indicator>[], rule: 'all' | null = 'all') =>
    judged({ metrics: [cells(declared, [row('tertial', '2026-05-01', 9)])], goals: [goal({ indicators, rule, coverage: 1 })] }).plans[0]!
      .goals[0]!;
  it('does not count it, whatever its weight', () => {
    const found = judge([missed, { ...followed, weight: 100 }]);
    expect(found).toMatchObject({ status: 'not-met', covered: 1, sentence: 'Målet är inte uppfyllt. Den enda delen är inte uppfylld.' });
    expect(found.indicators).toHaveLength(2);
  });
  it('alone has nothing to be judged by', () => {
    expect(judge([followed], null)).toMatchObject({
      status: 'not-assessable',
      reason: 'coverage',
      covered: 0,
      sentence: 'Vi vet inte ännu om målet nås. Det som mäts följs utan målvärde.',
    });
  });
});
