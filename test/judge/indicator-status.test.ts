import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import {
  aggregate,
  atMost,
  cells,
  GIVEN,
  goal,
  indicator,
  judged,
  judgedIndicator,
  MEDIAN,
  metric,
  milestone,
  planVersion,
  project,
  report,
  row,
  SEX,
  SUM,
} from './support/builders.ts';

/** Months from a day on, each with the same value, and the year to date at each. */
function months(from: string, count: number, value: number, changes: Partial<Observation> = {}): Observation[] {
  return Array.from({ length: count }, (_, i) => firstDay(monthOf(from) + i)).flatMap(start => [
    row('month', start, value, { numerator: String(value), denominator: '100', ...changes }),
    row('month', start, value, { window: 'ytd', ...changes }),
  ]);
}
const judge = (rows: readonly Observation[], one = indicator(), declared = metric(), asOf = '2026-10-15') =>
  judgedIndicator(one, { metrics: [cells(declared, rows)], asOf });

describe('an indicator whose period is settled', () => {
  it('is judged by its outcome', () => {
    const found = judge([row('year', '2026-01-01', 7.44)], indicator(), metric(), '2027-02-01');
    expect(found).toMatchObject({
      status: 'met',
      rests_on: 'outcome',
      value: 7.44,
      period_start: '2026-01-01',
      period_end: '2026-12-31',
      to_date: null,
      forecast: null,
    });
  });
  it('takes the period of its grain that contains its day', () => {
    const found = judge([row('tertial', '2026-05-01', 9)], indicator({ measures: 'tertial', by: '2026-08-31' }));
    expect(found).toMatchObject({ status: 'not-met', period_start: '2026-05-01', period_end: '2026-08-31' });
  });
  it('takes an incomplete one where gaps are accepted', () => {
    const tertial = indicator({ measures: 'tertial', by: '2026-08-31' });
    const rows = [row('tertial', '2026-05-01', 7, { marks: ['incomplete'] })];
    expect(judge(rows, tertial)).toMatchObject({ status: 'not-assessable', reason: 'incomplete' });
    expect(judge(rows, tertial, metric({ accept_gaps: true }))).toMatchObject({ status: 'met', rests_on: 'outcome' });
  });
});

describe('an indicator whose period has ended unsettled', () => {
  const tertial = indicator({ measures: 'tertial', by: '2026-08-31' });
  it.each([
    [[], null, 'no-outcome'],
    [['partial'], null, 'partial'],
    [['partial', 'incomplete'], null, 'incomplete'],
    [['incomplete', 'preliminary'], null, 'preliminary'],
    [['preliminary', 'late'], null, 'late'],
    [['late', 'held'], null, 'held'],
    [['late'], 'suppressed', 'suppressed'],
    [['incomplete'], 'missing', 'missing'],
    [[], 'not-applicable', 'not-applicable'],
  ] as const)('with marks %j and flag %s cannot be assessed: %s', (marks, flag, reason) => {
    const rows = reason === 'no-outcome' ? [] : [row('tertial', '2026-05-01', flag ? null : 7, { marks, flag })];
    expect(judge(rows, tertial)).toMatchObject({ status: 'not-assessable', rests_on: null, reason, value: null, period_end: '2026-08-31' });
  });
});

describe('lag', () => {
  const yearly = metric({ finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN });
  const lagged = (max_age: number) => indicator({ lag: 1, max_age });
  it('takes the period that much earlier', () => {
    expect(judge([row('year', '2025-01-01', 7)], lagged(0), yearly)).toMatchObject({ status: 'met', period_start: '2025-01-01' });
  });
  it('takes the latest settled one before it, no older than max_age', () => {
    const rows = [row('year', '2023-01-01', 7), row('year', '2024-01-01', 7.5), row('year', '2025-01-01', null, { flag: 'missing' })];
    expect(judge(rows, lagged(1), yearly)).toMatchObject({ status: 'met', value: 7.5, period_start: '2024-01-01' });
    expect(judge(rows, lagged(0), yearly)).toMatchObject({
      status: 'not-assessable',
      reason: 'too-old',
      value: 7.5,
      period_start: '2024-01-01',
    });
  });
  it('without any settled one says why the asked one is not', () => {
    expect(judge([row('year', '2025-01-01', null, { flag: 'missing' })], lagged(3), yearly)).toMatchObject({
      reason: 'missing',
      period_start: '2025-01-01',
    });
  });
  it('never looks ahead of the period asked for', () => {
    expect(judge([row('year', '2026-01-01', 7)], lagged(3), yearly).reason).toBe('no-outcome');
  });
  it('of an ended plan counts from its last day where the day lies after it', () => {
    const plans = [
      planVersion({
        in_force: { from: '2023-01-01', to: '2024-12-31' },
        adopted: { ...planVersion().adopted, date: '2022-11-01' },
        goals: [goal({ indicators: [indicator({ lag: 1 })] })],
      }),
    ];
    const found = judged({ plans, metrics: [cells(yearly, [row('year', '2023-01-01', 7), row('year', '2025-01-01', 9)])] });
    expect(found.plans[0]!.goals[0]!.indicators[0]).toMatchObject({ status: 'met', value: 7, period_start: '2023-01-01' });
  });
});

describe('an indicator whose period has not ended', () => {
  it('is judged by a forecast where one can be made, with the outcome to date beside', () => {
    const found = judge([...months('2024-01-01', 24, 7), ...months('2026-01-01', 9, 9)]);
    // Nine months of 9 / 100 and three of 7 / 100.
    expect(found).toMatchObject({ status: 'not-met', rests_on: 'forecast', value: null, forecast: 8.5, period_end: '2026-12-31' });
    expect(found.to_date).toEqual({ through: '2026-09-30', value: 9, flag: null, marks: [] });
  });
  it('is judged by the outcome to date where none can be made', () => {
    const found = judge(months('2026-01-01', 9, 7), indicator(), metric({ measure: MEDIAN }));
    expect(found).toMatchObject({ status: 'met', rests_on: 'to-date', forecast: null, value: null });
    expect(found.to_date).toMatchObject({ through: '2026-09-30', value: 7 });
  });
  it('reads the year to date through the latest settled month', () => {
    const rows = [...months('2026-01-01', 8, 7), ...months('2026-09-01', 1, 20, { marks: ['late'] })];
    expect(judge(rows).to_date).toMatchObject({ through: '2026-08-31', value: 7 });
  });
  it('reads a shorter period’s own row, with its marks', () => {
    const rows = [
      row('tertial', '2026-09-01', 7, { marks: ['partial'] }),
      ...months('2026-09-01', 1, 7),
      row('month', '2026-10-01', null, { flag: 'missing', marks: ['partial'] }),
    ];
    const found = judge(rows, indicator({ measures: 'tertial' }));
    expect(found).toMatchObject({ status: 'met', rests_on: 'to-date' });
    expect(found.to_date).toEqual({ through: '2026-09-30', value: 7, flag: null, marks: ['partial'] });
  });
  it('reads a metric without ytd by the year’s own row', () => {
    const rows = [row('year', '2026-01-01', 7, { marks: ['partial'] }), row('month', '2026-03-01', 7)];
    expect(judge(rows, indicator(), metric({ windows: ['period'] })).to_date).toMatchObject({ through: '2026-03-31', value: 7 });
  });
  it.each(['sum', 'count', 'count-distinct'] as const)('is never judged to date by a %s over time', name => {
    const declared = metric({ measure: { type: 'aggregate', aggregate: aggregate(name) }, per: 1 });
    const found = judge(months('2026-01-01', 9, 7), indicator(), declared);
    expect(found).toMatchObject({ status: 'not-assessable', reason: 'no-forecast', rests_on: null });
    expect(found.to_date).toMatchObject({ value: 7 });
  });
  it.each(['last', 'mean'] as const)('is judged to date by a sum whose %s is taken over time', over_time => {
    expect(judge(months('2026-01-01', 9, 7), indicator(), metric({ measure: SUM, over_time })).rests_on).toBe('to-date');
  });
  it('with hidden months has no forecast', () => {
    const rows = [
      ...months('2024-01-01', 23, 7),
      ...months('2025-12-01', 1, 7, { value: null, flag: 'suppressed' }),
      ...months('2026-01-01', 9, 7),
    ];
    expect(judge(rows)).toMatchObject({ rests_on: 'to-date', forecast: null });
  });
  it.each([
    ['nothing has come', [], 'no-outcome'],
    ['its months are hidden', months('2026-01-01', 9, 0, { value: null, flag: 'suppressed' }), 'suppressed'],
    ['its months are held', months('2026-01-01', 9, 7, { marks: ['held'] }), 'held'],
    ['its only month is missing', months('2026-01-01', 1, 0, { value: null, flag: 'missing' }), 'missing'],
  ] as const)('where %s cannot be assessed: %s', (_, rows, reason) => {
    expect(judge(rows as Observation[])).toMatchObject({ status: 'not-assessable', reason, to_date: null });
  });
  it('is judged by the outcome once it is settled, as a budget is before its year has ended', () => {
    expect(judge([row('year', '2026-01-01', 7)], indicator(), metric({ covers_rows: true }))).toMatchObject({
      status: 'met',
      rests_on: 'outcome',
    });
  });
  it('in a plan that has ended is past its day', () => {
    const plans = [planVersion({ in_force: { from: '2026-01-01', to: '2026-06-30' }, goals: [goal({ indicators: [indicator()] })] })];
    const rows = [row('year', '2026-01-01', 7, { marks: ['partial'] }), ...months('2024-01-01', 33, 7)];
    const found = judged({ plans, metrics: [cells(metric(), rows)] }).plans[0]!;
    expect(found.ended).toBe(true);
    expect(found.goals[0]!.indicators[0]).toMatchObject({ status: 'not-assessable', reason: 'partial', forecast: null });
  });
});

describe('an indicator’s cell', () => {
  const declared = metric({ dimensions: ['organisation', 'sex'] });
  const rows = [
    row('year', '2025-01-01', 1, { members: ['*', '*'] }),
    row('year', '2025-01-01', 2, { members: ['SOC', '*'] }),
    row('year', '2025-01-01', 3, { members: ['SOC', 'K'] }),
    row('year', '2025-01-01', 4, { members: ['UTB', '*'] }),
  ];
  const lagged = indicator({ lag: 1 });
  const valueOf = (one: typeof lagged, place: string | null) => {
    const goals = [goal({ place, goals: [goal({ id: 'G2', indicators: [one] })] })];
    return judged({ goals, metrics: [cells(declared, rows)] }).plans[0]!.goals[0]!.goals[0]!.indicators[0]!;
  };
  it('is the whole where no goal above names a place', () => expect(valueOf(lagged, null)).toMatchObject({ value: 1, place: '*' }));
  it('is at the place of the nearest goal that names one', () => expect(valueOf(lagged, 'SOC')).toMatchObject({ value: 2, place: 'SOC' }));
  it('has the members it names', () => {
    expect(valueOf({ ...lagged, members: { sex: 'K' } }, 'SOC')).toMatchObject({ value: 3, members: { organisation: 'SOC', sex: 'K' } });
    expect(valueOf({ ...lagged, members: { organisation: 'UTB' } }, 'SOC')).toMatchObject({ value: 4, place: 'UTB' });
  });
  it('ignores the place where the metric lacks the dimension', () => {
    const found = judged({
      goals: [goal({ place: 'SOC', indicators: [lagged] })],
      metrics: [cells(metric({ dimensions: ['municipality'] }), [row('year', '2025-01-01', 5, { members: ['9901'] })])],
    });
    expect(found.plans[0]!.goals[0]!.indicators[0]).toMatchObject({ value: 5, members: { municipality: '9901' } });
  });
  it('that has no rows has no outcome', () => expect(valueOf({ ...lagged, members: { sex: 'X' } }, 'SOC').reason).toBe('no-outcome'));
  it('knows the dimensions of the project', () => expect(project([], []).municipality.dimensions).toContain(SEX));
});

describe('an indicator on a metric without cells', () => {
  it('that this audience may not see is not public, and has no figures', () => {
    const found = judgedIndicator(indicator(), { declared: [metric()], audience: 'public' });
    expect(found).toMatchObject({ status: 'not-assessable', reason: 'not-public', value: null, to_date: null, name: 'Sjukfrånvaro' });
  });
  it('that could not be read has no outcome', () => expect(judgedIndicator(indicator()).reason).toBe('no-outcome'));
  it('that could not be measured has no outcome', () => expect(judge([], indicator({ lag: 1 })).reason).toBe('no-outcome'));
});

describe('exempeldata', () => {
  const sources = (...invented: string[]) =>
    ['absence', 'budget', 'reports'].map(id => ({
      declaration: { id, kind: id === 'reports' ? ('reports' as const) : ('period' as const), synthetic: invented.includes(id) },
    }));
  const metrics = [cells(metric(), []), cells(metric({ id: 'budget' }), [], { sources: ['budget'] })];
  const isExample = (one: Parameters<typeof judgedIndicator>[0], invented: string, reports = [report({ id: one.id })]) =>
    judgedIndicator(one, { metrics, sources: sources(invented), reports }).example;
  it('is what rests on an invented source', () => {
    expect(isExample(indicator(), 'absence')).toBe(true);
    expect(isExample(indicator(), 'budget')).toBe(false);
  });
  it('is what is held against an invented figure', () => {
    expect(isExample(indicator({ target: { type: 'at-most', limit: { type: 'metric', id: 'budget' }, partly: null } }), 'budget')).toBe(
      true,
    );
  });
  it('is what an invented report is about', () => {
    expect(isExample(milestone(), 'reports')).toBe(true);
    expect(isExample(milestone(), 'reports', [report({ source: 'absence' })])).toBe(false);
    expect(isExample(milestone(), 'reports', [])).toBe(false);
  });
  it('is a goal with an invented part', () => {
    const goals = [goal({ goals: [goal({ id: 'G2', indicators: [indicator()] })] })];
    expect(judged({ goals, metrics, sources: sources('absence') }).plans[0]!.goals[0]!.example).toBe(true);
    expect(judged({ goals, metrics, sources: sources() }).plans[0]!.goals[0]!.example).toBe(false);
  });
});

describe('a target', () => {
  it('is published with the decision that set it', () => {
    const decision = { by: 'Kommunfullmäktige', date: '2026-06-15', paragraph: '§ 98', case: null, link: null };
    const plans = [
      planVersion({
        goals: [goal({ indicators: [indicator({ target: atMost(8, 8.5) }), indicator({ id: 'I2' })] })],
        decided: { I1: decision },
      }),
    ];
    const [first, second] = judged({ plans }).plans[0]!.goals[0]!.indicators;
    expect(first).toMatchObject({ target: { type: 'at-most', limit: 8, metric: null, partly: 8.5 }, decided: decision });
    expect(second!.decided.paragraph).toBe('§ 187');
  });
});
