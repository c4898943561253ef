import { describe, expect, it } from 'vitest';
import { cells, GIVEN, judged, metric, row } from './support/builders.ts';

const yearly = { finest: 'year', grains: ['year'], windows: ['period'], measure: GIVEN, unit: 'index', desired: 'higher' } as const;
const index = metric({ ...yearly, id: 'index', name: 'Betyg', margin: 'margin' });
const margin = metric({ ...yearly, id: 'margin', name: 'Osäkerhet' });

/** Two years' values with two years' margins; null is a margin that is not known. */
function factsOf(values: readonly [number, number], margins: readonly [number | null, number | null]) {
  const rows = (pair: readonly (number | null)[]) =>
    pair.map((value, i) => row('year', `${2024 + i}-01-01`, value, value === null ? { flag: 'suppressed' } : {}));
  const { facts } = judged({ metrics: [cells(index, rows(values)), cells(margin, rows(margins))] });
  const found = facts.find(fact => fact.metric === 'index')!;
  return { ...found, sentence: found.sentence.replaceAll('\u00a0', ' ') };
}

describe('a figure with a margin of error', () => {
  it('says the margin, and calls no change an improvement that is within both years’ together: √(3² + 4²) = 5', () => {
    const within = factsOf([60, 65], [3, 4]);
    expect(within).toMatchObject({ margin: 4, trend: { direction: 'better', within_margin: true } });
    expect(within.sentence).toContain('Betyg: 65,0 ± 4,0');
    expect(within.sentence).toContain('5,0 högre än året före, men skillnaden är inom felmarginalen.');
    expect(within.sentence).not.toContain('förbättring');
  });

  it('a larger change is an improvement or a worsening', () => {
    expect(factsOf([60, 65.1], [3, 4])).toMatchObject({ trend: { within_margin: false } });
    expect(factsOf([60, 65.1], [3, 4]).sentence).toContain('5,1 högre än året före, en förbättring.');
    expect(factsOf([65.1, 60], [3, 4]).sentence).toContain('5,1 lägre än året före, en försämring.');
  });

  it('where a margin is hidden or missing, the figure stands without it', () => {
    expect(factsOf([60, 61], [3, null])).toMatchObject({ margin: null, trend: { within_margin: false } });
    expect(factsOf([60, 61], [3, null]).sentence).not.toContain('±');
    expect(factsOf([60, 61], [null, 4])).toMatchObject({ margin: 4, trend: { within_margin: false } });
  });
});
