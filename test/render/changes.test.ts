import { describe, expect, it } from 'vitest';
import type { JudgedGoal, JudgedIndicator, JudgedPlan } from '../../pipeline/contract/goals.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { changesSince } from '../../pipeline/render/changes.ts';
import type { Municipality } from '../../pipeline/words/project.ts';
import { earlierTree, flagged, unrevised, row } from '../protect/protect-over.ts';

const town = { units_of_measure: [{ id: 'fte', name: 'årsarbetare', decimals: 1 }] } as unknown as Municipality;
const decided = { by: 'Kommunfullmäktige', date: '2026-06-15', paragraph: '§ 98' };
const indicator = (said: object): JudgedIndicator =>
  ({
    kind: 'indicator',
    plan: '2026',
    id: 'sick',
    name: 'Sjukfrånvaro',
    metric: 'total',
    status: 'met',
    rests_on: 'outcome',
    sentence: 'Klart.',
    target: { type: 'at-most', limit: 7.5, metric: null, partly: 8 },
    decided,
    ...said,
  }) as unknown as JudgedIndicator;
const goal = (said: object): JudgedGoal =>
  ({
    kind: 'goal',
    plan: '2026',
    id: 'KF1',
    name: 'Arbetsgivare',
    status: 'met',
    rests_on: 'outcome',
    sentence: 'Nått.',
    indicators: [],
    goals: [],
    ...said,
  }) as unknown as JudgedGoal;
const plans = (...goals: JudgedGoal[]): JudgedPlan[] => [{ goals }] as unknown as JudgedPlan[];
const since = (was: JudgedGoal[], now: JudgedGoal[]) =>
  changesSince({ ...earlierTree({}), plans: plans(...was) }, plans(...now), [unrevised({ decimals: 1 })], town, []);

describe('what has changed', () => {
  it('nothing, where statuses and targets are as they were', async () => {
    expect(await since([goal({ indicators: [indicator({})] })], [goal({ indicators: [indicator({ sentence: 'Andra ord.' })] })])).toEqual(
      [],
    );
  });

  it('a status, or what it rests on, of a goal at any depth and of an indicator', async () => {
    const was = [goal({ goals: [goal({ id: 'SOC', status: 'not-met' })], indicators: [indicator({ rests_on: 'forecast' })] })];
    const now = [goal({ goals: [goal({ id: 'SOC', status: 'partly' })], indicators: [indicator({})] })];
    expect(await since(was, now)).toEqual([
      {
        type: 'status',
        kind: 'indicator',
        plan: '2026',
        id: 'sick',
        name: 'Sjukfrånvaro',
        from: { status: 'met', rests_on: 'forecast' },
        to: { status: 'met', rests_on: 'outcome' },
        sentence: 'Klart.',
      },
      {
        type: 'status',
        kind: 'goal',
        plan: '2026',
        id: 'SOC',
        name: 'Arbetsgivare',
        from: { status: 'not-met', rests_on: 'outcome' },
        to: { status: 'partly', rests_on: 'outcome' },
        sentence: 'Nått.',
      },
    ]);
  });

  it('a goal and an indicator with one id are two; what is new or gone is no change', async () => {
    const was = [goal({ id: 'same', indicators: [indicator({ id: 'same' })] }), goal({ id: 'gone' })];
    const now = [goal({ id: 'same', indicators: [indicator({ id: 'same', status: 'partly' })] }), goal({ id: 'new' })];
    expect(await since(was, now)).toMatchObject([{ kind: 'indicator', id: 'same' }]);
  });

  it('a target, with the decision that changed it', async () => {
    const target = { type: 'at-most', limit: 7.8, metric: null, partly: 8.2 };
    expect(await since([goal({ indicators: [indicator({})] })], [goal({ indicators: [indicator({ target })] })])).toEqual([
      {
        type: 'target',
        plan: '2026',
        id: 'sick',
        name: 'Sjukfrånvaro',
        from: 'högst 7,5',
        to: 'högst 7,8',
        decision: 'Kommunfullmäktige, 15 juni 2026, § 98',
      },
    ]);
  });

  it.each([
    [{ type: 'at-least', limit: 80, metric: null, partly: null }, 'minst 80,0'],
    [{ type: 'at-most', limit: null, metric: 'budget', partly: null }, 'högst budget'],
    [{ type: 'between', low: 1, high: 2.5, partly: null }, '1,0–2,5'],
    [{ type: 'better-than-last-year' }, 'bättre än året före'],
    [{ type: 'better-than-group', group: 'g', group_name: 'Liknande kommuner' }, 'bättre än Liknande kommuner'],
    [{ type: 'milestone' }, 'genomfört'],
  ])('a target in words: %o', async (target, words) => {
    expect(await since([goal({ indicators: [indicator({})] })], [goal({ indicators: [indicator({ target })] })])).toMatchObject([
      { from: 'högst 7,5', to: words },
    ]);
  });
});

describe('revised figures', () => {
  const whole = (value: number, said: Partial<Observation> = {}) => row('*', 50, { value, ...said });
  const revised = (value: number, said: Partial<Observation> = {}) => whole(value, { marks: ['revised', 'example'], ...said });
  const figures = async (now: Observation[], was: Observation[]) =>
    (await changesSince(earlierTree({ total: was }), [], [unrevised({ decimals: 1, unit: 'fte' }, { observations: now })], town, [])).map(
      change => change.type === 'revised' && `${change.period} ${change.from} → ${change.to}`,
    );

  it('old and new, as printed, for the whole at the finest grain', async () => {
    expect(
      await figures(
        [revised(1234.56), revised(9, { members: ['A'] }), revised(9, { grain: 'year' }), revised(9, { window: 'ytd' })],
        [whole(1200), row('A', 9), whole(1, { grain: 'year' }), whole(1, { window: 'ytd' })],
      ),
    ).toEqual(['januari 2025 1\u00a0200,0 → 1\u00a0234,6 årsarbetare']);
  });

  it('only what the earlier tree said as settled and otherwise: a revision is told once', async () => {
    expect(await figures([revised(2)], [revised(2)])).toEqual([]);
    expect(await figures([revised(2.01)], [whole(2.02)])).toEqual([]);
    expect(await figures([revised(2)], [whole(1, { marks: ['partial'] })])).toEqual([]);
    expect(await figures([revised(2)], [flagged('*', 'suppressed')])).toEqual([]);
    expect(await figures([revised(2)], [])).toEqual([]);
    expect(await figures([whole(2)], [whole(1)])).toEqual([]);
    expect(await changesSince(earlierTree({}), [], [unrevised({}, { observations: [revised(2)] })], town, [])).toEqual([]);
  });
});
