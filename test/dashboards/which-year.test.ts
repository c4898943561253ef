import { describe, expect, test } from 'vitest';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { siteWith, wordsOf } from './plan-pages.ts';

const PAGE = 'nyckeltal/sick-leave-national/index.html';
const plain = (words: string) => words.replaceAll('\u00a0', ' ');
/** The page of a yearly metric whose latest settled year is 2025, with its indicator changed. */
const pageWith = async (changes: Partial<JudgedIndicator>): Promise<string> => {
  const site = siteWith(goal => ({
    ...goal,
    indicators: goal.indicators.map(one => (one.id === 'KF1-jfr' ? { ...one, ...changes } : one)),
  }));
  return plain(await wordsOf(site, PAGE));
};

describe('a yearly metric’s page', () => {
  test('says which figure the status is about, where it is not that of the headline', async () => {
    const page = await pageWith({
      rests_on: 'to-date',
      period_start: '2026-01-01',
      period_end: '2026-12-31',
      value: null,
      to_date: { through: '2026-12-31', value: 6.5, flag: null, marks: ['partial'] },
    });
    expect(page).toMatch(/2025 7,1 % Mot målet för 2026 Hittills ej uppfyllt Mål bättre än .*?\. Utfall 6,5 % \(2026, hittills\)\./);
    expect(page).toMatch(/Helår (?:\d,\d ){4}6,5 hittills Målvärde/);
  });
  test('says so where the target is about a later year than any that is known', async () => {
    expect(await pageWith({})).toMatch(/2025 7,1 % Mot målet för 2026 Ej uppfyllt Mål .*?\. Utfall 6,9 % \(senast kända, 2025\)\./);
  });
  test('says nothing more where both are about the same year', async () => {
    const page = await pageWith({ by: '2025-12-31' });
    expect(page).toContain('Mot målet för 2025 Ej uppfyllt');
    expect(page).not.toMatch(/\. Utfall \d/);
  });
});

test.each([
  ['index', 'Index, per år.'],
  ['ratio', 'Kvot, per år.'],
  ['scale', 'Skala, per år.'],
  ['count', 'Antal, per år.'],
])('an axis of unit %s is called what it is', async (unit_id, words) => {
  const site = siteWith(goal => goal);
  const metrics = site.metrics.map(metric => (metric.id === 'sick-leave-national' ? { ...metric, unit_id, unit: '' } : metric));
  expect(await wordsOf({ ...site, metrics }, PAGE)).toContain(words);
});
