import { describe, expect, test } from 'vitest';
import type { Assessment, PublishedActivity } from '../../pipeline/contract/goals.ts';
import { activitySums } from '../../pipeline/judge/activity-sums.ts';
import { siteWith, wordsOf } from './plan-pages.ts';

const said: Assessment = {
  role: 'HR-chef',
  date: '2026-10-05',
  period: '2026-T2',
  status: null,
  state: null,
  amount: null,
  benefit: null,
  text: 'Sju av nio.',
};
const plain = (words: string) => words.replaceAll('\u00a0', ' ');

/** The page of a goal whose first activity is changed, and which has another without amounts. */
async function pageWith(changes: Partial<PublishedActivity>): Promise<string> {
  const site = siteWith(goal => {
    if (goal.id !== 'KF1-SOC') return goal;
    const [first] = goal.activities;
    const none = { ...first!, id: 'A2', name: 'Utan belopp', cost: null, cost_sek: null, reports: [] };
    const activities = [{ ...first!, ...changes }, none];
    return { ...goal, activities, activity_sums: activitySums(activities) };
  });
  return plain(await wordsOf(site, 'mal/2026/KF1-SOC/index.html'));
}

describe('activities on a goal’s page', () => {
  test('say what they cost and give together, and of how many that is known', async () => {
    const page = await pageWith({ cost_sek: '2300000', benefit_sek: '3140000', realised_sek: '900000.00' });
    expect(page).toContain('Kostnad 2,3 mnkr, beräknad nytta 3,1 mnkr, hittills uppnådd nytta 900 tkr; 1 av 2 aktiviteter har belopp.');
  });
  test('say each one’s benefit: amount, words, from when, and what came of it', async () => {
    const page = await pageWith({
      benefit: 'Färre vikarier',
      benefit_sek: '600000',
      benefit_from: '2027-01-01',
      realised_sek: '250000.50',
    });
    expect(page).toContain('250 000 kr 600 000 kr, Färre vikarier, från 1 januari 2027 Uppnådd nytta: 250 001 kr.');
  });
  test('say that a reported amount is what it has cost, never a forecast of the year', async () => {
    const page = await pageWith({ reports: [{ ...said, amount: '180000.00', benefit: '40000.00' }] });
    expect(page).toContain('Sju av nio. Har kostat 180 000 kr. Uppnådd nytta: 40 000 kr.');
    expect(page).not.toContain('helårsprognos');
  });
  test('say nothing of sums where nobody has given an amount', async () => {
    expect(await pageWith({ cost: null, cost_sek: null })).not.toContain('har belopp');
  });
});
