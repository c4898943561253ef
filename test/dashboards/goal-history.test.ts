import { describe, expect, test } from 'vitest';
import { goalHistory } from '../../dashboards/goal-history.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import type { JudgedGoal, JudgedPlan } from '../../pipeline/contract/goals.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const site = fixtureSite();
const [now] = site.plans;

/** The year before: the same goals, `change`d, in a plan that has ended. */
function yearBefore(change: (goal: JudgedGoal) => JudgedGoal): JudgedPlan {
  const changed = (goal: JudgedGoal): JudgedGoal => ({
    ...change(goal),
    plan: '2025',
    indicators: change(goal).indicators.map(indicator => ({ ...indicator, plan: '2025', status: 'met', rests_on: 'outcome', value: 6.8 })),
    goals: change(goal).goals.map(changed),
  });
  return {
    ...now!,
    plan: '2025',
    name: 'Verksamhetsplan 2025',
    in_force: { from: '2025-01-01', to: '2025-12-31' },
    ended: true,
    goals: now!.goals.map(changed),
  };
}
const withBefore = (change: (goal: JudgedGoal) => JudgedGoal = goal => goal): Site => ({ ...site, plans: [now!, yearBefore(change)] });
const historyOf = (of: Site, id: string, plan = '2026') => {
  const index = indexSite(of);
  return goalHistory(
    index,
    index.goals.find(placed => placed.plan.plan === plan && placed.goal.id === id)!,
  );
};

describe('a goal over the years', () => {
  test('has earlier plans’ ends, the follow-ups of its own plan and now, earliest first', () => {
    expect(historyOf(withBefore(), 'KF1').map(({ type, label, page, goal }) => [type, label, page, goal?.status])).toEqual([
      ['end', '2025', 'mal/2025/KF1/index.html', 'not-met'],
      ['follow-up', 'apr 2026', null, 'partly'],
      ['follow-up', 'aug 2026', null, 'partly'],
      ['now', 'nu', null, 'not-met'],
    ]);
  });

  test('is the same read from the earlier plan, which has no follow-up of the later one’s time', () => {
    expect(historyOf(withBefore(), 'KF1', '2025').map(({ label, page }) => [label, page])).toEqual([
      ['2025', null],
      ['apr 2026', null],
      ['aug 2026', null],
      ['nu', 'mal/2026/KF1/index.html'],
    ]);
  });

  test('is not another place’s goal by the same id', () => {
    const moved = withBefore(goal => (goal.id === 'KF1-SOC' ? { ...goal, place: 'BUN', indicators: [] } : goal));
    expect(historyOf(moved, 'KF1-SOC').map(({ label }) => label)).toEqual(['apr 2026', 'aug 2026', 'nu']);
  });

  test('where a goal is new but its indicator is not, has the indicator by its metric and cell', () => {
    const renamed = withBefore(goal =>
      goal.id === 'KF1-SOC'
        ? { ...goal, id: 'OMS', indicators: goal.indicators.map(indicator => ({ ...indicator, id: `${indicator.id}-25` })) }
        : goal,
    );
    const [before] = historyOf(renamed, 'KF1-SOC');
    expect(before).toMatchObject({ label: '2025', page: null, goal: null });
    expect([...before!.indicators.keys()]).toEqual(['SOC-sjuk', 'SOC-kv']);
  });

  test('stands as a table on the goal’s page, with figures and targets of the plans’ own years', async () => {
    const page = (await wordsOf(withBefore(), 'mal/2026/KF1-SOC/index.html')).replaceAll('\u00a0', ' ');
    expect(page).toContain(
      'Mål och indikatorer 2025 Verksamhetsplan 2025, vid planens slut apr 2026 Tertialrapport 1 aug 2026 Delårsrapport nu Verksamhetsplan 2026',
    );
    expect(page).toMatch(
      /Sjukfrånvaro Uppfyllt 6,8 %, mål högst 7 % Bedöms delvis uppfyllas Bedöms delvis uppfyllas Bedöms inte uppfyllas 7,\d %/,
    );
  });
});

test('a goal’s page has the chain from the vision to what is measured, and what was assessed beside the computed status', async () => {
  const said = {
    role: 'Kommundirektör',
    date: '2026-11-02',
    period: '2026-10',
    status: 'partly',
    state: null,
    amount: null,
    text: 'På väg.',
  } as const;
  const goals = now!.goals.map(goal => ({ ...goal, goals: goal.goals.map(child => ({ ...child, assessments: [said] })) }));
  const page = await wordsOf({ ...site, plans: [{ ...now!, goals }] }, 'mal/2026/KF1-SOC/index.html');
  expect(page.replaceAll('\u00a0', ' ')).toMatch(
    /Vision: Åby, nära till allt Kommunfullmäktiges mål: Åby är en attraktiv .*, bedöms inte uppfyllas Nämndmål: Medarbetarna i omsorgen mår bra , bedöms inte uppfyllas Indikator: Sjukfrånvaro , bedöms inte uppfyllas 7,\d % till och med oktober 2026, mål högst 7 %/,
  );
  expect(page).toContain('Rutin för tidig rehabilitering , uppfyllt ska vara klart senast 30 juni 2026');
  expect(page).toContain('Senaste bedömningen Delvis uppfyllt Kommundirektör, 2 november 2026');
});
