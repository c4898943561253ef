import { describe, expect, it } from 'vitest';
import { judgeAssessed } from '../../pipeline/judge/assessed-goal.ts';
import { report } from './support/builders.ts';

const ROLE = 'Kommundirektör';
const said = (period: string, status: 'met' | 'partly' | 'not-met' | null, role = ROLE) => report({ period, status, role });
const plan = { to: '2026-12-31' };

describe('an assessed goal', () => {
  it('has the latest status of its role', () => {
    const reports = [said('2026-T1', 'partly'), said('2026-T2', 'met')];
    expect(judgeAssessed(ROLE, 'tertial', reports, plan, '2026-10-15')).toEqual({
      status: 'met',
      rests_on: 'assessment',
      period_end: '2026-08-31',
      reason: null,
    });
  });
  it('passes over words without a status, and other roles', () => {
    const reports = [said('2026-T1', 'partly'), said('2026-T2', null), said('2026-T2', 'met', 'Ekonomichef')];
    expect(judgeAssessed(ROLE, null, reports, plan, '2026-10-15').status).toBe('partly');
  });
  it('without words from its role cannot be assessed', () => {
    expect(judgeAssessed(ROLE, 'tertial', [said('2026-T2', 'met', 'Ekonomichef')], plan, '2026-10-15').reason).toBe('no-assessment');
  });
  it.each([
    ['2026-T1', 'tertial', '2026-08-31', null],
    ['2026-T1', 'tertial', '2026-09-01', 'overdue'],
    ['2026-04', 'month', '2026-06-01', 'overdue'],
    ['2026', 'year', '2027-10-01', null],
    ['2026-T3', 'tertial', '2027-10-01', null],
  ] as const)('of %s with cadence %s on %s is %s', (period, cadence, asOf, reason) => {
    const judged = judgeAssessed(ROLE, cadence, [said(period, 'met')], plan, asOf);
    expect(judged.reason).toBe(reason);
    expect(judged.status).toBe('met');
  });
  it('of a plan without a last day is overdue however long it runs', () => {
    expect(judgeAssessed(ROLE, 'year', [said('2026', 'met')], { to: null }, '2028-01-01').reason).toBe('overdue');
  });
  it('without a cadence is never overdue', () => {
    expect(judgeAssessed(ROLE, null, [said('2024-T1', 'met')], { to: null }, '2028-01-01').reason).toBeNull();
  });
});
