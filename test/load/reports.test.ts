import { describe, expect, it } from 'vitest';
import { withImpliedRules } from '../../pipeline/load/implied-rules.ts';
import { reportCheck } from '../../pipeline/load/values/check-report.ts';
import { readReports } from '../../pipeline/warehouse/reports.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { goal, indicator, planVersion } from '../judge/support/builders.ts';
import { tempFolder } from '../temp-folder.ts';
import { column, declare } from './declare.ts';

const columns = [
  column('plan'),
  column('id'),
  column('period'),
  column('date', 'date'),
  column('role'),
  column('status'),
  column('state'),
  column('text'),
];
const source = declare({ kind: 'reports', columns });
const plans = [planVersion({ goals: [goal({ id: 'G', indicators: [indicator({ id: 'I' })], goals: [goal({ id: 'U' })] })] })];
const check = reportCheck(withImpliedRules(source, { plans, problems: [] }));
const said = (plan: string, id: string, period: string) => check([plan, id, period, '2026-09-01', 'Chef', 'met', null, 'Ja.']);

describe('a report', () => {
  it.each(['G', 'I', 'U'])('may be about %s, which the plan has', id => expect(said('2026', id, '2026-T2')).toBeNull());

  it.each([
    ['2027', 'G', '2026-T2', 'plan', 'allowed'],
    ['2026', 'X', '2026-T2', 'id', 'allowed'],
    ['2026', 'G', '2025-T3', 'period', 'period'],
    ['2026', 'G', '2027-01', 'period', 'period'],
  ])('about plan %s, %s, %s breaks a rule of its %s: %s', (plan, id, period, column, rule) =>
    expect(said(plan, id, period)).toEqual({ column, rule }),
  );

  it('is not refused for its id while a plan cannot be read', () => {
    const problems = [{ code: 'x', file: 'sources/plans/2026/2.yaml', line: 1, found: '', allowed: '' }];
    expect(reportCheck(withImpliedRules(source, { plans, problems }))(['2026', 'X', '2026', null, null, null, null, null])).toBeNull();
  });

  it('may be written in Swedish, is read as it is meant, and said twice in the same words is said once', async () => {
    const warehouse = await openWarehouse(await tempFolder());
    await warehouse.run('create schema if not exists raw');
    await warehouse.run(`create table raw.absence as select * from (values
      ('2026', 'G', '2026-T2', date '2026-09-01', 'Chef', 'delvis uppfyllt', null, 'Nästan.', 1),
      ('2026', 'I', '2026-T2', date '2026-09-01', 'Chef', null, 'pågår', 'Snart.', 2),
      ('2026', 'G', '2026-T2', date '2026-09-01', 'Chef', 'delvis uppfyllt', null, 'Nästan.', 9),
      ('2026', 'G', '2026-T2', date '2026-09-01', 'Chef', 'uppfyllt', null, 'Nu.', 10)) t(plan, id, period, date, role, status, state, text, _row)`);
    const reports = await readReports(warehouse, 'absence', columns, '2026-10-01');
    expect(reports.map(({ id, status, state, text }) => [id, status, state, text])).toEqual([
      ['G', 'partly', null, 'Nästan.'],
      ['I', null, 'ongoing', 'Snart.'],
      ['G', 'met', null, 'Nu.'],
    ]);
  });
});
