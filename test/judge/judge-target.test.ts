import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { judgeTarget } from '../../pipeline/judge/judge-target.ts';
import type { Candidate } from '../../pipeline/judge/target-verdict.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import type { Target } from '../../pipeline/words/plan.ts';
import { atMost, cells, judging, metric, row, SUM, type Case } from './support/builders.ts';

type Judgeable = Exclude<Target, { type: 'milestone' }>;
const outcome = (value: number, at: Observation = row('year', '2025-01-01', value), basis: Candidate['basis'] = 'outcome'): Candidate => ({
  basis,
  value,
  key: at,
  row: basis === 'forecast' ? null : at,
  every: 1,
  cell: { organisation: '*' },
});

/** Judges a value of one metric, beside whatever else has cells. */
function against(
  target: Target,
  candidate: Candidate,
  declared: Partial<MetricDeclaration> = {},
  rows: readonly Observation[] = [],
  beside: Case = {},
) {
  const own = cells(metric(declared), candidate.row ? [candidate.row, ...rows] : rows);
  const all = judging({ ...beside, metrics: [own, ...(beside.metrics ?? [])] });
  return judgeTarget(all, all.metrics.get('sick')!, target as Judgeable, candidate);
}
const limit = (type: 'at-most' | 'at-least', value: number, partly: number | null): Target => ({
  type,
  limit: { type: 'number', value },
  partly,
});

describe('a limit', () => {
  it.each([
    ['at-most', 8, null, 8.04, 'met'],
    ['at-most', 8, null, 8.05, 'not-met'],
    ['at-most', 8, 8.5, 8.5, 'partly'],
    ['at-most', 8, 8.5, 8.6, 'not-met'],
    ['at-least', 8, null, 7.95, 'met'],
    ['at-least', 8, null, 7.94, 'not-met'],
    ['at-least', 8, 7, 7, 'partly'],
    ['at-least', 8, 7, 6.9, 'not-met'],
  ] as const)('%s %d (partly %s) of %d, as printed, is %s', (type, value, partly, found, status) => {
    expect(against(limit(type, value, partly), outcome(found))).toMatchObject({ status, against: value, compared: null, reason: null });
  });
  it('is as it was written, also with more decimals than the metric', () => {
    expect(against(atMost(7.94), outcome(7.94)).status).toBe('met');
    expect(against(atMost(7.94), outcome(7.96)).status).toBe('not-met');
  });
});

describe('between', () => {
  const between: Target = { type: 'between', low: 98, high: 100.1, partly: [96, 101] };
  it.each([
    [97.94, 'partly'],
    [97.95, 'met'],
    [100.14, 'met'],
    [100.15, 'partly'],
    [101.04, 'partly'],
    [101.06, 'not-met'],
    [95.9, 'not-met'],
  ])('of %d is %s', (value, status) => expect(against(between, outcome(value))).toMatchObject({ status, against: '98 100.1' }));
});

describe('a limit that is another metric', () => {
  const target: Target = { type: 'at-most', limit: { type: 'metric', id: 'budget' }, partly: null };
  const budget = metric({ id: 'budget', decimals: 0, measure: SUM, windows: ['period'] });
  const limited = (value: number, rows: readonly Observation[], basis: Candidate['basis'] = 'outcome') =>
    against(target, outcome(value, undefined, basis), { decimals: 0 }, [], { metrics: [cells(budget, rows)] });

  it('is its value at the same key, rounded as that metric is', () => {
    expect(limited(100.4, [row('year', '2025-01-01', 99.6)])).toMatchObject({ status: 'met', against: 99.6 });
    expect(limited(100.6, [row('year', '2025-01-01', 100.4)])).toMatchObject({ status: 'not-met' });
  });
  it.each([
    ['no row', [], 'nothing-to-compare'],
    ['a missing one', [row('year', '2025-01-01', null, { flag: 'missing' })], 'nothing-to-compare'],
    ['a hidden one', [row('year', '2025-01-01', null, { flag: 'suppressed' })], 'suppressed'],
    ['an incomplete one', [row('year', '2025-01-01', 9, { marks: ['incomplete'] })], 'incomplete'],
  ] as const)('with %s cannot be judged against', (_, rows, reason) => {
    expect(limited(100, rows)).toMatchObject({ status: 'not-assessable', reason, against: null });
  });
  it('so far is compared as far as it has come', () => {
    expect(limited(100, [row('year', '2025-01-01', 101, { marks: ['partial'] })], 'to-date').status).toBe('met');
  });
  it('that this audience may not see is not public', () => {
    expect(against(target, outcome(1), {}, [], { declared: [budget] }).reason).toBe('not-public');
  });
  it('takes the shared dimensions’ members, and the whole of the rest', () => {
    const bySex = metric({ id: 'budget', decimals: 0, dimensions: ['sex', 'organisation'] });
    const metrics = [
      cells(bySex, [row('year', '2025-01-01', 50, { members: ['K', 'SOC'] }), row('year', '2025-01-01', 70, { members: ['*', 'SOC'] })]),
    ];
    const at = (cell: Candidate['cell']) => against(target, { ...outcome(60), cell }, {}, [], { metrics }).status;
    expect(at({ organisation: 'SOC', sex: 'K' })).toBe('not-met');
    expect(at({ organisation: 'SOC' })).toBe('met');
  });
});

describe('better than last year', () => {
  const target: Target = { type: 'better-than-last-year' };
  const months = (year: number, count = 12) =>
    Array.from({ length: count }, (_, i) => row('month', `${year}-${String(i + 1).padStart(2, '0')}-01`, 1));
  const before = (value: number) => [row('year', '2024-01-01', value), ...months(2024), ...months(2025)];
  it.each([
    ['lower', 7.9, 8, 'met'],
    ['lower', 7.96, 8, 'not-met'],
    ['lower', 8.1, 8, 'not-met'],
    ['higher', 8.1, 8, 'met'],
    ['higher', 8, 8, 'not-met'],
  ] as const)('when %s is desired, %d after %d is %s', (desired, own, last, status) => {
    expect(against(target, outcome(own), { desired }, before(last))).toMatchObject({ status, compared: own, against: last });
  });
  it('without a direction has nothing to compare by', () => {
    expect(against(target, outcome(7), { desired: 'target' }, before(8)).reason).toBe('nothing-to-compare');
  });
  it('names the periods compared', () => {
    expect(against(target, outcome(7), {}, before(8)).months).toMatch(/^2025-01 .* 2025-12$/);
  });
  it.each([
    ['no year before', [...months(2025)], 'nothing-to-compare'],
    ['a missing one', [...months(2025), row('year', '2024-01-01', null, { flag: 'missing' })], 'nothing-to-compare'],
    ['a hidden one', [...months(2025), row('year', '2024-01-01', null, { flag: 'suppressed' })], 'suppressed'],
    [
      'a year that reads other months',
      [...months(2025), ...months(2024, 9), row('year', '2024-01-01', 9, { marks: ['incomplete'] })],
      'nothing-to-compare',
    ],
  ] as const)('with %s cannot be assessed', (_, rows, reason) =>
    expect(against(target, outcome(7), {}, rows)).toMatchObject({ status: 'not-assessable', reason }),
  );

  it('where the years differ judges the pair that was measured over what both cover', () => {
    const own = row('year', '2025-01-01', 6.9);
    const cell = { numerator: null, denominator: null, population: null, flag: null };
    const comparison = { ...own, months: ['2025-05-01', '2025-08-01'], own: { ...cell, value: 7.3 }, before: { ...cell, value: 5.4 } };
    const judge = (changes: Partial<typeof comparison>) => {
      const all = judging({ metrics: [cells(metric(), [own, ...before(8)], { comparisons: [{ ...comparison, ...changes }] })] });
      return judgeTarget(all, all.metrics.get('sick')!, target as Judgeable, outcome(6.9, own));
    };
    expect(judge({})).toMatchObject({ status: 'not-met', compared: 7.3, against: 5.4, months: '2025-05 2025-08' });
    expect(judge({ before: { ...cell, value: null as unknown as number, flag: 'suppressed' as unknown as null } }).reason).toBe(
      'suppressed',
    );
    expect(judge({ own: { ...cell, value: null as unknown as number } }).reason).toBe('nothing-to-compare');
  });
  it('a forecast is judged against a settled year alone', () => {
    const rows = (marks: Observation['marks']) => [row('year', '2024-01-01', 8, { marks })];
    expect(against(target, outcome(7, undefined, 'forecast'), {}, rows([]))).toMatchObject({ status: 'met', against: 8 });
    expect(against(target, outcome(7, undefined, 'forecast'), {}, rows(['incomplete'])).reason).toBe('nothing-to-compare');
  });
});

describe('better than a group', () => {
  const declared = { dimensions: ['municipality'], finest: 'year', grains: ['year'], windows: ['period'] } as const;
  const at = (id: string, value: number | null) =>
    row('year', '2025-01-01', value, { members: [id], flag: value === null ? 'missing' : null });
  const group = (values: readonly (number | null)[], members = values.map((_, i) => `99${11 + i}`)) => ({
    groups: [{ id: 'liknande', name: 'Liknande', from: 2023, members, coverage: 0.5 }],
    rows: values.map((value, i) => at(`99${11 + i}`, value)),
  });
  const target = (than: 'median' | 'mean' = 'median', min_n = 3): Target => ({ type: 'better-than-group', group: 'liknande', than, min_n });
  const judge = (own: number, values: readonly (number | null)[], of = target(), members?: readonly string[]) => {
    const { groups, rows } = group(values, members as string[]);
    return against(of, outcome(own, at('9901', own)), declared, rows, { groups });
  };

  it('is strictly better than the median of those that have a value', () => {
    expect(judge(6.9, [5, 7, 9, null])).toMatchObject({ status: 'met', against: 7, n: 3 });
    expect(judge(6.96, [5, 7, 9, null])).toMatchObject({ status: 'not-met', against: 7, n: 3 });
    expect(judge(7.9, [5, 7, 9, 20])).toMatchObject({ status: 'met', against: 8, n: 4 });
  });
  it('or than the mean', () => expect(judge(6.9, [5, 6, 10], target('mean'))).toMatchObject({ against: 7, status: 'met' }));
  it('with fewer members than asked cannot be assessed, and says how many there are', () => {
    expect(judge(6, [5, 7, null])).toMatchObject({ status: 'not-assessable', reason: 'few-members', n: 2, against: null });
  });
  it('has the municipality itself as a member only if it is listed', () => {
    expect(judge(6, [5, 7, 9], target('median', 4), ['9901', '9911', '9912', '9913'])).toMatchObject({ n: 4, against: 6.5 });
  });
  it('does not exist before its first year', () => {
    const { rows } = group([5, 7, 9]);
    const groups = [{ id: 'liknande', name: 'Liknande', from: 2026, members: ['9911', '9912', '9913'], coverage: 0.5 }];
    expect(against(target(), outcome(6, at('9901', 6)), declared, rows, { groups })).toMatchObject({ reason: 'few-members', n: 0 });
  });
  it('of a metric without municipalities has no members', () => {
    expect(against(target(), outcome(6), {}, [], { groups: group([5, 7, 9]).groups })).toMatchObject({ reason: 'few-members', n: 0 });
  });
});
