import { describe, expect, test } from 'vitest';
import { siteWith, wordsOf } from './plan-pages.ts';

/** The board's goal has an assignment that is late, and a goal of one of its units under it. */
const site = siteWith(goal => {
  if (goal.id !== 'KF1-SOC') return goal;
  const answer = { role: 'Socialchef', date: '2026-11-12', period: '2026-11', status: null, amount: null, benefit: null } as const;
  const late = {
    ...goal.assignments[0]!,
    late: true,
    answers: [{ ...answer, state: 'ongoing' as const, text: 'Väntar på lokaler.' }],
    sentence: 'Skulle ha varit klart 31 oktober 2026 och är försenat. Senaste svaret, 12 november 2026 (Socialchef): pågår.',
  };
  return {
    ...goal,
    assignments: [late],
    goals: [{ ...goal, id: '301-1', name: 'Samma personal hela veckan', place: '301', assignments: [] }],
  };
});

describe('a goal is called by whose it is', () => {
  test('on its page, with the goals above it in the breadcrumbs', async () => {
    const page = await wordsOf(site, 'mal/2026/301-1/index.html');
    expect(page).toContain(
      'Kommunfullmäktiges mål: Åby är en attraktiv arbetsgivare där medarbetarna vill vara kvar och växa Nämndmål: Medarbetarna i omsorgen mår bra Åtagande: Samma personal hela veckan',
    );
    expect(page).toContain('Åtagande, Hemtjänst norr , Verksamhetsplan 2026');
    expect(await wordsOf(site, 'mal/2026/KF1/index.html')).toContain('Kommunfullmäktiges mål, Hela kommunen, Verksamhetsplan 2026');
  });
  test('in the list of goals', async () => {
    const list = await wordsOf(site, 'mal/index.html');
    expect(list).toMatch(/Samma personal hela veckan .*? Åtagande Hemtjänst norr/);
    expect(list).toMatch(/Medarbetarna i omsorgen mår bra .*? Nämndmål Vård- och omsorgsnämnden/);
  });
});

describe('an assignment that is late', () => {
  const words = 'Skulle ha varit klart 31 oktober 2026 och är försenat. Senaste svaret, 12 november 2026 (Socialchef): pågår.';
  test('says so on its goal’s page, with the answers', async () => {
    const page = await wordsOf(site, 'mal/2026/KF1-SOC/index.html');
    expect(page).toContain(`Till Vård- och omsorgsnämnden. ${words}`);
    expect(page).toContain('Väntar på lokaler.');
  });
  test.each(['index.html', 'namnd/SOC/index.html'])('stands on %s with its latest answer', async path => {
    const page = await wordsOf(site, path);
    expect(page).toContain('Försenade uppdrag');
    expect(page).toContain(`Se över schemaläggningen , Vård- och omsorgsnämnden ${words} ”Väntar på lokaler.”`);
  });
  test('is not on another board’s page, nor anywhere when none is late', async () => {
    expect(await wordsOf(site, 'namnd/BUN/index.html')).not.toContain('Försenade uppdrag');
    expect(
      await wordsOf(
        siteWith(goal => goal),
        'index.html',
      ),
    ).not.toContain('Försenade uppdrag');
  });
});
