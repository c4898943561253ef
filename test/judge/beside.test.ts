import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { quantile } from '../../pipeline/judge/group-comparison.ts';
import { cells, GIVEN, goal, indicator, judged, metric, planVersion, row, SUM, type Case } from './support/builders.ts';

const besideOf = (rows: readonly Observation[], changes: Parameters<typeof metric>[0] = {}, of: Case = {}) =>
  judged({ metrics: [cells(metric(changes), rows)], ...of }).facts.map(facts => facts.beside);
const first = (...args: Parameters<typeof besideOf>) => besideOf(...args)[0]!;

describe('against the previous period', () => {
  it('is the difference as printed; a ratio has no figure per day', () => {
    const rows = [row('month', '2026-08-01', 7.26), row('month', '2026-09-01', 6.94)];
    expect(first(rows).previous).toEqual({
      period_start: '2026-09-01',
      period_end: '2026-09-30',
      before_start: '2026-08-01',
      before_end: '2026-08-31',
      own: 6.9,
      before: 7.3,
      difference: -0.4,
      direction: 'better',
      per_day: null,
    });
  });
  it('of a sum is also per day, where the months are not equally long', () => {
    const previous = (before: string, value: number, after: string, now: number) =>
      first([row('month', before, value), row('month', after, now)], { measure: SUM, decimals: 0 }).previous!;
    // 310 / 31 and 280 / 28: fewer in all, as many a day.
    expect(previous('2026-01-01', 310, '2026-02-01', 280)).toMatchObject({ difference: -30, per_day: { own: 10, before: 10 } });
    // A leap year's February: 290 / 29.
    expect(previous('2024-01-01', 310, '2024-02-01', 290)).toMatchObject({ difference: -20, per_day: { own: 10, before: 10 } });
    expect(previous('2026-07-01', 310, '2026-08-01', 280).per_day).toBeNull();
  });
  it('is not over a hole, nor with what is hidden or not settled', () => {
    const now = row('month', '2026-09-01', 6);
    const before = (changes: Partial<Observation>) => row('month', '2026-08-01', 7, changes);
    expect(first([row('month', '2026-07-01', 7), now]).previous).toBeNull();
    expect(first([before({ flag: 'suppressed', value: null }), now]).previous).toBeNull();
    expect(first([before({ marks: ['incomplete'] }), now]).previous).toBeNull();
    expect(first([before({}), now]).previous).not.toBeNull();
  });
});

describe('against the same periods a year before', () => {
  it('a leap year has a day more, and a sum says so per day', () => {
    const yearly = { measure: SUM, decimals: 0, finest: 'year', grains: ['year'], windows: ['period'] } as const;
    const years = [row('year', '2023-01-01', 3650), row('year', '2024-01-01', 3660)];
    expect(first(years, yearly).last_year).toMatchObject({ difference: 10, direction: 'worse', per_day: { own: 10, before: 10 } });
  });
  it('is to date against to date', () => {
    const at = (year: string, value: number) => [
      ...['01', '02', '03'].map(month => row('month', `${year}-${month}-01`, value)),
      row('month', `${year}-03-01`, 3 * value, { window: 'ytd' }),
    ];
    const rest = ['04', '05'].flatMap(month => row('month', `2025-${month}-01`, 100));
    expect(first([...at('2025', 10), ...rest, ...at('2026', 12)], { measure: SUM, decimals: 0 }).last_year).toMatchObject({
      period_start: '2026-01-01',
      period_end: '2026-03-31',
      before_start: '2025-01-01',
      before_end: '2025-03-31',
      own: 36,
      before: 30,
      per_day: null,
    });
  });
});

describe('since the plan began', () => {
  const rows = [row('month', '2025-11-01', 9), row('month', '2025-12-01', 8), row('month', '2026-01-01', 5), row('month', '2026-09-01', 6)];
  const goals = [goal({ place: '*', indicators: [indicator()] })];

  it('is against the last settled period before its first version, whatever was revised', () => {
    const revised = planVersion({ version: 2, in_force: { from: '2026-07-01', to: null }, goals });
    expect(first(rows, {}, { plans: [planVersion({ goals }), revised] }).since_plan).toMatchObject([
      { plan: '2026', before_start: '2025-12-01', before: 8, own: 6, difference: -2, direction: 'better' },
    ]);
  });
  it('skips what was not settled then, and is not there where nothing was known', () => {
    const hidden = rows.with(1, row('month', '2025-12-01', 8, { flag: 'missing', value: null }));
    expect(first(hidden, {}, { plans: [planVersion({ goals })] }).since_plan).toMatchObject([{ before_start: '2025-11-01', before: 9 }]);
    expect(first(rows.slice(2), {}, { plans: [planVersion({ goals })] }).since_plan).toEqual([]);
    expect(first(rows).since_plan).toEqual([]);
  });
});

describe('against the whole', () => {
  const month = (whole: Partial<Observation> = {}) => [
    row('month', '2026-09-01', 8, whole),
    row('month', '2026-09-01', 6, { members: ['SOC'] }),
  ];
  it('a level differs from it, a sum is a share of it', () => {
    const [whole, part] = besideOf(month());
    expect(whole!.whole).toBeNull();
    expect(part!.whole).toMatchObject({ own: 6, whole: 8, difference: -2, share: null });
    expect(besideOf(month(), { measure: SUM })[1]!.whole).toMatchObject({ own: 6, whole: 8, difference: null, share: 0.75 });
  });
  it('is not said where the whole is hidden', () => {
    expect(besideOf(month({ flag: 'suppressed', value: null }))[1]!.whole).toBeNull();
  });
});

describe('among a group', () => {
  const yearly = { dimensions: ['municipality'], finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN } as const;
  const members = ['9911', '9912', '9913', '9914', '9915'];
  const groups = [{ id: 'g', name: 'Grupp', from: null, members, coverage: 0.5 }];
  const at = (year: string, own: number, values: readonly number[]) => [
    row('year', `${year}-01-01`, own, { members: ['9901'] }),
    ...values.map((value, i) => row('year', `${year}-01-01`, value, { members: [members[i]!] })),
  ];
  const standing = (rows: readonly Observation[], changes = {}, declared = groups) =>
    first(rows, { ...yearly, ...changes }, { groups: declared }).groups[0];

  it('has the unweighted mean, quartiles of type 7, rank and number', () => {
    // 1 2 4 8 10: quartiles at the second and fourth; mean 25 / 5.
    expect(standing(at('2025', 3, [4, 1, 10, 2, 8]))).toEqual({
      group: 'g',
      name: 'Grupp',
      period_start: '2025-01-01',
      period_end: '2025-12-31',
      own: 3,
      n: 5,
      mean: 5,
      lower_quartile: 2,
      median: 4,
      upper_quartile: 8,
      rank: 3,
      ranked: 6,
    });
    // 1 2 4 8: at 0.75, 1.5 and 2.25 of the way from first to last.
    expect(standing(at('2025', 3, [4, 1, 8, 2]))).toMatchObject({ lower_quartile: 1.75, median: 3, upper_quartile: 5 });
  });
  it('ranks from the best end, and equals share the better place', () => {
    const values = [1, 3, 3.04, 8];
    expect(standing(at('2025', 3, values), { desired: 'lower' })!.rank).toBe(2);
    expect(standing(at('2025', 3, values), { desired: 'higher' })!.rank).toBe(2);
    expect(standing(at('2025', 3, values), { desired: 'none' })!.rank).toBeNull();
  });
  it('counts the municipality itself once where it is listed', () => {
    const listed = [{ ...groups[0]!, members: ['9901', '9911', '9912'] }];
    expect(standing(at('2025', 3, [4, 1]), {}, listed)).toMatchObject({ n: 3, ranked: 3, rank: 2 });
  });
  it('is about the newest year that is not nearly empty, and says which', () => {
    const rows = [...at('2024', 5, [1, 2, 3, 4, 6]), ...at('2025', 4, [1, 2])];
    expect(standing(rows)).toMatchObject({ period_start: '2024-01-01', own: 5, n: 5 });
    expect(standing(rows, {}, [{ ...groups[0]!, coverage: 0.4 }])).toMatchObject({ period_start: '2025-01-01', own: 4, n: 2 });
    const facts = judged({ metrics: [cells(metric(yearly), rows)], groups }).facts[0]!;
    expect([facts.latest!.period_start, facts.comparison?.period_start]).toEqual(['2025-01-01', '2024-01-01']);
    expect(facts.sentence).not.toContain('Grupp');
  });
  it('does not compare counts of large and small municipalities', () => {
    expect(standing(at('2025', 3, [1, 2, 4]), { unit: 'count' })).toBeUndefined();
    expect(first(at('2025', 3, [1, 2, 4]), { ...yearly, unit: 'count' }, { groups }).groups).toEqual([]);
  });
  it('a quantile lies within the values, and the middle one is the median', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, p) => {
          const sorted = [...all].sort((a, b) => a - b);
          const found = quantile(sorted, p);
          expect(found).toBeGreaterThanOrEqual(sorted[0]!);
          expect(found).toBeLessThanOrEqual(sorted.at(-1)!);
          expect(sorted.filter(value => value < found).length).toBeLessThanOrEqual(Math.ceil(p * (sorted.length - 1)));
        },
      ),
    );
  });
});
