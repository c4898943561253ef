import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basis, Status } from '../../pipeline/contract/status.ts';
import { applyRule, type Part } from '../../pipeline/judge/goal-rules.ts';

type Rule = 'all' | 'majority' | 'worst' | 'weighted';
const LETTERS: { [letter: string]: Status } = { m: 'met', p: 'partly', n: 'not-met', '-': 'not-assessable' };
const parts = (letters: string, weights: readonly number[] = []): Part[] =>
  [...letters].map((letter, i) => ({ status: LETTERS[letter]!, rests_on: letter === '-' ? null : 'outcome', weight: weights[i] ?? 1 }));
const goal = (rule: Rule, coverage = 0.5) => ({ rule, coverage, limits: { met: 0.75, partly: 0.4 } });
const status = (rule: Rule, letters: string, weights?: readonly number[]) => applyRule(goal(rule), parts(letters, weights)).status;

describe('a goal rule, over parts met (m), partly (p), not met (n) and not assessable (-)', () => {
  it.each([
    ['all', 'mmm', 'met'],
    ['all', 'mm-', 'met'],
    ['all', 'mmp', 'partly'],
    ['all', 'mnn', 'partly'],
    ['all', 'pnn', 'partly'],
    ['all', 'nnn', 'not-met'],
    ['majority', 'mmn', 'met'],
    ['majority', 'mn', 'not-met'],
    ['majority', 'mpn', 'partly'],
    ['majority', 'mmnn', 'not-met'],
    ['majority', 'mmpn', 'partly'],
    ['majority', 'pnn', 'not-met'],
    ['worst', 'mmm', 'met'],
    ['worst', 'mmp', 'partly'],
    ['worst', 'mpn', 'not-met'],
    ['weighted', 'mmmn', 'met'],
    ['weighted', 'mpn', 'partly'],
    ['weighted', 'pn', 'not-met'],
  ] as const)('%s of %s is %s', (rule, letters, expected) => expect(status(rule, letters)).toBe(expected));

  it.each([
    ['majority', 'mn', [2, 1], 'met'],
    ['weighted', 'mpn', [2, 2, 1], 'partly'],
    ['weighted', 'mn', [3, 1], 'met'],
    ['weighted', 'mn', [0.4, 0.6], 'partly'],
  ] as const)('%s of %s with weights %j is %s', (rule, letters, weights, expected) =>
    expect(status(rule, letters, weights)).toBe(expected),
  );

  it('takes a weighted goal’s limits from the plan', () => {
    const strict = { rule: 'weighted' as const, coverage: 0.5, limits: { met: 0.9, partly: 0.8 } };
    expect(applyRule(strict, parts('mmmn')).status).toBe('not-met');
  });
});

describe('coverage', () => {
  it('is weight that has a status over all weight', () => {
    expect(applyRule(goal('all'), parts('m-', [3, 1])).covered).toBe(0.75);
  });
  it('just reached is enough, also where the weights do not add up exactly in binary', () => {
    expect(applyRule(goal('all', 0.3), parts('mm-', [0.1, 0.2, 0.7])).status).toBe('met');
  });
  it('not reached cannot be assessed', () => {
    expect(applyRule(goal('all', 0.6), parts('m-'))).toEqual({
      status: 'not-assessable',
      rests_on: null,
      reason: 'coverage',
      covered: 0.5,
    });
  });
  it('of no parts, or of none with a status, cannot be assessed, whatever is asked', () => {
    expect(applyRule(goal('all', 0), parts('')).reason).toBe('coverage');
    expect(applyRule(goal('all', 0), parts('--')).reason).toBe('coverage');
  });
});

describe('what a goal rests on', () => {
  it.each<[Basis[], Basis]>([
    [['outcome', 'forecast', 'to-date', 'assessment'], 'forecast'],
    [['outcome', 'to-date', 'assessment'], 'to-date'],
    [['assessment', 'outcome'], 'outcome'],
    [['assessment'], 'assessment'],
  ])('%j is %s', (bases, expected) => {
    const known = bases.map(rests_on => ({ status: 'met' as const, rests_on, weight: 1 }));
    expect(applyRule(goal('all'), [...known, { status: 'not-assessable', rests_on: null, weight: 1 }]).rests_on).toBe(expected);
  });
});

describe('properties of the rules', () => {
  const RANK: { [status: string]: number } = { 'not-met': 0, partly: 1, met: 2 };
  const known = fc.constantFrom<Status>('met', 'partly', 'not-met');
  const some = fc.array(fc.record({ status: known, rests_on: fc.constant<Basis>('outcome'), weight: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  const rank = (rule: Rule, list: readonly Part[]) => RANK[applyRule(goal(rule), list).status]!;
  const RULES: readonly Rule[] = ['all', 'majority', 'worst', 'weighted'];

  it('worst is never better than any part', () => {
    fc.assert(fc.property(some, list => list.every(part => rank('worst', list) <= RANK[part.status]!)));
  });
  it('what all says is met, so do the other rules', () => {
    fc.assert(fc.property(some, list => rank('all', list) < 2 || RULES.every(rule => rank(rule, list) === 2)));
  });
  it('what worst says is partly or better, majority says too', () => {
    fc.assert(fc.property(some, list => rank('worst', list) <= rank('majority', list)));
  });
  it('no rule gets worse when a part gets better', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.constantFrom(...RULES), (list, at, rule) => {
        const better = list.map((part, i) =>
          i === at % list.length ? ({ ...part, status: part.status === 'not-met' ? 'partly' : 'met' } as Part) : part,
        );
        return rank(rule, better) >= rank(rule, list);
      }),
    );
  });
  it('the order of the parts changes nothing', () => {
    fc.assert(fc.property(some, fc.constantFrom(...RULES), (list, rule) => rank(rule, list) === rank(rule, [...list].reverse())));
  });
});
