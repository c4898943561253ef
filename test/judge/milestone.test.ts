import { describe, expect, it } from 'vitest';
import { judgeMilestone } from '../../pipeline/judge/milestone.ts';
import { milestone, report } from './support/builders.ts';

const BEFORE = '2026-06-30';
const AFTER = '2026-07-01';
const said = (...states: ('done' | 'ongoing' | 'not-done' | null)[]) => states.map(state => report({ state }));
const judge = (states: Parameters<typeof said>, asOf: string, late: 'partly' | 'not-met' = 'not-met', ended = false) =>
  judgeMilestone(milestone({ by: '2026-06-30', late }), said(...states), ended, asOf);

describe('a milestone', () => {
  it.each([
    ['done', 'met', 'outcome', null],
    ['ongoing', 'partly', 'forecast', null],
    ['not-done', 'not-assessable', null, 'not-done'],
    [null, 'not-assessable', null, 'not-done'],
  ] as const)('until its day, reported %s, is %s', (state, status, rests_on, reason) => {
    expect(judge([state], BEFORE)).toEqual({ status, rests_on, reason });
  });
  it.each([
    ['done', 'met'],
    ['ongoing', 'not-met'],
    ['not-done', 'not-met'],
    [null, 'not-met'],
  ] as const)('after its day, reported %s, is %s', (state, status) => {
    expect(judge([state], AFTER)).toEqual({ status, rests_on: 'outcome', reason: null });
  });
  it('after its day is what the plan says of late ones', () => expect(judge(['ongoing'], AFTER, 'partly').status).toBe('partly'));
  it('of a plan that has ended is past its day', () => expect(judge(['ongoing'], BEFORE, 'not-met', true).status).toBe('not-met'));
  it('goes by the latest report that says a state', () => {
    expect(judge(['done', 'ongoing'], BEFORE).status).toBe('partly');
    expect(judge(['done', null], BEFORE).status).toBe('met');
  });
  it('that nobody has said anything of is not done', () => expect(judge([], BEFORE).reason).toBe('not-done'));
});
