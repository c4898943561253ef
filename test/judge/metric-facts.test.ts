import { describe, expect, it } from 'vitest';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { firstDay, monthOf } from '../../pipeline/contract/period.ts';
import { cells, GIVEN, goal, indicator, judged, metric, planVersion, row, SUM, type Case } from './support/builders.ts';

function months(from: string, count: number, value: number, changes: Partial<Observation> = {}): Observation[] {
  return Array.from({ length: count }, (_, i) => firstDay(monthOf(from) + i)).flatMap(start => [
    row('month', start, value, changes),
    row('month', start, value + 1, { window: 'ytd', ...changes }),
  ]);
}
const factsOf = (of: Case) => judged(of).facts;
const one = (rows: readonly Observation[], changes: Parameters<typeof metric>[0] = {}, of: Case = {}) =>
  factsOf({ metrics: [cells(metric(changes), rows)], ...of })[0]!;

describe('the facts of a metric', () => {
  it('are for the whole and every place that has rows, with the rest at its whole or own member', () => {
    const rows = ['*', 'SOC', 'VOF.own', 'unknown'].map(place => row('month', '2026-09-01', 1, { members: [place, '*'] }));
    const bySex = [row('month', '2026-09-01', 1, { members: ['UTB', 'K'] })];
    const facts = factsOf({ metrics: [cells(metric({ dimensions: ['organisation', 'sex'] }), [...rows, ...bySex])] });
    expect(facts.map(f => f.members)).toEqual([
      ['*', '*'],
      ['SOC', '*'],
      ['VOF.own', '*'],
      ['unknown', '*'],
    ]);
  });
  it('are for the whole alone where there are no rows', () => {
    expect(factsOf({ metrics: [cells(metric(), [])] })).toMatchObject([
      { place: '*', latest: null, to_date: null, trend: null, comparison: null },
    ]);
  });
  it('have the latest settled month and the year to date through it', () => {
    const found = one([...months('2026-01-01', 8, 7), ...months('2026-09-01', 1, 9, { marks: ['late'] })]);
    expect(found.latest).toMatchObject({ period_start: '2026-08-01', value: 7 });
    expect(found.to_date).toMatchObject({ window: 'ytd', period_start: '2026-08-01', value: 8 });
  });
  it('never speak of a period that has not ended', () => {
    const found = one([row('month', '2026-09-01', 5), row('month', '2026-10-01', 6), row('month', '2026-12-01', 7)], { covers_rows: true });
    expect(found.latest).toMatchObject({ period_start: '2026-09-01' });
  });
  it('of a yearly metric have the latest settled year', () => {
    const yearly = { finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN } as const;
    const found = one([row('year', '2024-01-01', 5), row('year', '2025-01-01', 4)], yearly);
    expect(found.to_date).toEqual(found.latest);
    expect(found.trend).toMatchObject({ direction: 'better', own: 4, before: 5, difference: -1, reduced: false });
  });
  it('name the indicators of running plans that are about the cell', () => {
    const goals = [goal({ place: 'SOC', indicators: [indicator(), indicator({ id: 'I2', metric: 'other' })] })];
    const ended = planVersion({
      plan: '2025',
      in_force: { from: '2025-01-01', to: '2025-12-31' },
      adopted: { ...planVersion().adopted, date: '2024-11-01' },
      goals,
    });
    const rows = [row('month', '2026-09-01', 1), row('month', '2026-09-01', 2, { members: ['SOC'] })];
    const facts = factsOf({ plans: [planVersion({ goals }), ended], metrics: [cells(metric(), rows)] });
    expect(facts.map(f => [f.place, f.indicators])).toEqual([
      ['*', []],
      ['SOC', ['2026/I1']],
    ]);
  });
  it('have every declared group whose members have values', () => {
    const groups = ['a', 'b', 'c'].map((id, i) => ({
      id,
      name: id,
      from: null,
      members: i === 2 ? ['9999'] : ['9911', '9912'],
      coverage: 0.5,
    }));
    const rows = [
      ['9901', 6],
      ['9911', 5],
      ['9912', 9],
    ].map(([id, v]) => row('year', '2025-01-01', Number(v), { members: [String(id)] }));
    const found = one(rows, { dimensions: ['municipality'], finest: 'year', grains: ['year'], windows: ['period'] }, { groups });
    expect(found.comparisons!.map(c => c.group)).toEqual(['a', 'b']);
    expect(found.comparison).toMatchObject({
      group: 'a',
      own: 6,
      median: 7,
      better_than: 1,
      members: [
        { id: '9911', value: 5 },
        { id: '9912', value: 9 },
      ],
    });
  });
});

describe('the trend', () => {
  const years = (own: number, before: number) => [...months('2025-01-01', 9, before), ...months('2026-01-01', 9, own)];
  it.each([
    ['lower', 7, 8, 'better'],
    ['lower', 8, 7, 'worse'],
    ['higher', 8, 7, 'better'],
    ['higher', 7, 8, 'worse'],
    ['none', 8, 7, 'up'],
    ['target', 7, 8, 'down'],
    ['lower', 7.04, 7, 'equal'],
    ['none', 7.04, 7, 'equal'],
  ] as const)('where %s is desired, %d after %d, is %s', (desired, own, before, direction) => {
    expect(one(years(own, before), { desired }).trend).toMatchObject({ direction, period_start: '2026-01-01', period_end: '2026-09-30' });
  });
  it('is the difference as printed', () => {
    expect(one(years(7.26, 5.45)).trend).toMatchObject({ own: 8.3, before: 6.5, difference: 1.8 });
  });
  it('does not exist without a year before', () => expect(one(months('2026-01-01', 9, 7)).trend).toBeNull());
  it('of a sum without ytd needs both years to read the same months', () => {
    const whole = [row('year', '2025-01-01', 120), row('year', '2026-01-01', 90, { marks: ['partial'] })];
    expect(
      one([...whole, ...months('2025-01-01', 12, 10), ...months('2026-01-01', 9, 10)], { measure: SUM, windows: ['period'] }).trend,
    ).toBeNull();
  });
});
