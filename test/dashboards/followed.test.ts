import { describe, expect, test } from 'vitest';
import { siteWith, wordsOf } from './plan-pages.ts';

/** The first indicator of the goal about sick leave in social care is only followed. */
const site = siteWith(goal =>
  goal.id === 'KF1-SOC'
    ? {
        ...goal,
        indicators: goal.indicators.map(indicator =>
          indicator.id === 'SOC-sjuk'
            ? { ...indicator, target: { type: 'none' }, status: 'not-assessable', rests_on: null, reason: 'no-target' }
            : indicator,
        ),
      }
    : goal,
);

describe('an indicator without a target, on pages', () => {
  test('has its figure and trend on its goal’s page, and no day to be reached by', async () => {
    const page = await wordsOf(site, 'mal/2026/KF1-SOC/index.html');
    expect(page).toMatch(
      /Sjukfrånvaro Kan ej bedömas inget målvärde är beslutat [\d,]+ % .*? Inget målvärde (försämras|förbättras|oförändrat)/,
    );
    expect(page).toContain('Sjukfrånvaro: inget målvärde');
  });
  test('is no row of the tally, and leaves the metric’s page without a target', async () => {
    const tallied = async (of: typeof site) =>
      /Indi­katorer ((?:\d+ ){4})/
        .exec(await wordsOf(of, 'index.html'))![1]!
        .trim()
        .split(' ')
        .map(Number);
    const [met, partly, missed, unknown] = await tallied(siteWith(goal => goal));
    expect(await tallied(site)).toEqual([met, partly, missed! - 1, unknown]);
    const page = await wordsOf(site, 'nyckeltal/sick-leave/SOC/index.html');
    expect(page).not.toContain('Mot målet för');
    expect(page).not.toContain('Helår mot målet');
    expect(page).toContain('Mål som följs med nyckeltalet');
  });
});
