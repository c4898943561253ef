import { expect, it } from 'vitest';
import { reportTexts } from '#texts/report.ts';

it('a link to a report names a board as it is called, and the whole as a word in a sentence', () => {
  expect(reportTexts.link('Socialnämnden')).toBe('Rapport för Socialnämnden');
  expect(reportTexts.link(null)).toBe('Rapport för hela kommunen');
});
