import { describe, expect, it } from 'vitest';
import type { OwnTarget } from '../../pipeline/words/metric.ts';
import { atMost, cells, goal, GIVEN, indicator, judged, metric, row } from './support/builders.ts';

const own = (changes: Partial<OwnTarget['indicator']> = {}, date = '2026-01-15'): OwnTarget => ({
  indicator: indicator({ id: 'sick', target: atMost(8, 9), ...changes }),
  decided: { by: 'Kommundirektören', date },
});
/** What is judged of a yearly metric's own target when the year came to this. */
const judge = (value: number | null, target: OwnTarget, asOf = '2027-02-01') => {
  const declaration = metric({ finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN, own_target: target });
  const flag = value === null ? ('suppressed' as const) : null;
  const found = judged({ asOf, metrics: [cells(declaration, [row('year', '2026-01-01', value, { flag })])], goals: [goal()] });
  return { own: found.judgements.find(file => file.metric === 'sick')!.own_target, plans: found.plans };
};

describe('a metric’s own target', () => {
  it.each([
    [8, 'met'],
    [8.04, 'met'],
    [8.05, 'partly'],
    [9, 'partly'],
    [9.1, 'not-met'],
  ])('is judged as an indicator’s: %d, as printed, is %s', (value, status) => {
    expect(judge(value, own()).own).toMatchObject({ plan: '', id: 'sick', status, rests_on: 'outcome', value });
  });

  it('cannot be judged on a figure that its reader may not see, and says why', () => {
    expect(judge(null, own()).own).toMatchObject({ status: 'not-assessable', reason: 'suppressed' });
  });

  it('is there from the day it was decided', () => {
    expect(judge(8, own({}, '2027-02-01')).own).not.toBeNull();
    expect(judge(8, own({}, '2027-02-02')).own).toBeNull();
  });

  it('outlives every plan, and is counted by no goal', () => {
    const { own: found, plans } = judge(8, own({ by: '2026-12-31' }), '2029-02-01');
    expect(found).toMatchObject({ status: 'met' });
    expect(plans.flatMap(plan => plan.goals).map(({ status, indicators }) => [status, indicators])).toEqual([['not-assessable', []]]);
  });

  it('says who decided it', () => {
    expect(judge(8, own()).own!.decided).toMatchObject({ by: 'Kommundirektören', date: '2026-01-15' });
  });
});
