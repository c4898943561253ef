import { expect, it } from 'vitest';
import { brokenWords } from '../../dashboards/broken-words.ts';
import { dataQualityTexts } from '#texts/data-quality.ts';
import { fixtureSite } from './fixture-site.ts';

it('a source that has never delivered is not said to have been impossible to read', () => {
  const { sources } = fixtureSite();
  const never = sources.find(({ id }) => id === 'maintenance')!;
  expect(brokenWords(never)).toBe('Ingen leverans');
  expect(brokenWords({ ...never, deliveries: sources[0]!.deliveries })).toBe('Kunde inte läsas');
  expect(dataQualityTexts.lede(5, 1, 1, 2, 0)).toContain('1 är sen, 1 har inte levererat något än och 2 kunde inte läsas.');
});
