import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { GroupPeriod } from '../../pipeline/contract/comparisons.ts';
import { drawAreas } from '../../dashboards/charts/area-shapes.ts';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { drawAmong } from '../../dashboards/charts/draw-among.ts';
import { drawMap } from '../../dashboards/charts/draw-map.ts';
import { drawPile } from '../../dashboards/charts/draw-pile.ts';
import { drawPlaces } from '../../dashboards/charts/draw-places.ts';
import { drawRanked, type RankedInput } from '../../dashboards/charts/draw-ranked.ts';
import { classBreaks, classOf } from '../../dashboards/map/map-classes.ts';
import { mapChoice, mapHash } from '../../dashboards/map/map-hash.ts';
import { municipalityAreas } from './fixture/areas.ts';

const unit = { unit: '%', unit_id: 'percent', decimals: 1 };
const names = ['Kalmar', 'Karlskrona', 'Varberg', 'Åby', 'Skövde', 'Östersund'];
const ranked: RankedInput = {
  title: 'Hur stor är sjukfrånvaron? 2025',
  unit,
  members: names.map((name, i) => ({ name, value: 5.8 + 0.3 * i, own: name === 'Åby' })),
  spread: { lower_quartile: 6.1, median: 6.4, upper_quartile: 7 },
};
const period = (year: number, own: number | null): GroupPeriod => ({
  period_start: `${year}-01-01`,
  period_end: `${year}-12-31`,
  own,
  n: 5,
  spread: year === 2022 ? null : { lower_quartile: 6, median: 6.5, upper_quartile: 7.2 },
  standing: own === null || year === 2022 ? null : { rank: 1 + (year % 4), ranked: 6, better_than: 5 - (year % 4), equals: 0 },
});
const among = {
  title: 'Hur stor är sjukfrånvaron?',
  unit,
  grain: 'year' as const,
  own: 'Åby',
  periods: [2019, 2020, 2021, 2022, 2023, 2024, 2025].map(year => period(year, year === 2020 ? null : 6 + (year % 3) / 2)),
};
const engine = createBuildEngine();

describe('every kind of comparison is drawn as it was, without a warning', () => {
  const golden = (name: string, svg: string) => expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`golden/${name}.svg`);

  test('members by value', () => golden('ranked', engine.svg('ranked', drawRanked(ranked))));
  test('a large group', async () => {
    const members = Array.from({ length: 60 }, (_, i) => ({ name: `K${i}`, value: Math.round(50 + 40 * Math.sin(i)), own: i === 7 }));
    await golden('pile-wide', engine.svg('pile', drawPile({ ...ranked, members }, 'wide')));
    await golden('pile-narrow', engine.svg('pile', drawPile({ ...ranked, members }, 'narrow')));
  });
  test('the own line among a group, with a year that is not compared', () =>
    golden('among-wide', engine.svg('among', drawAmong(among, 'wide'))));
  test('places over time', () => golden('places-narrow', engine.svg('places', drawPlaces(among, 'narrow'))));
  test('a map', async () => {
    const drawn = drawAreas(municipalityAreas);
    const svg = drawMap({
      title: 'Karta',
      description: 'Fem ytor.',
      drawn,
      classOf: id => (id === '0880' ? 'na' : 'q3'),
      own: { id: '1481', label: 'Åby 6,9' },
    });
    await golden('map', svg);
  });
});

describe('a large group', () => {
  it('has a disc for every member, whatever their values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), values => {
        const members = values.map((value, i) => ({ name: String(i), value, own: i === 0 }));
        const { rows } = drawPile({ ...ranked, members }, 'narrow');
        expect(rows.dot!.length + rows.last!.length).toBe(values.length);
        const places = [...rows.dot!, ...rows.last!].map(({ x, y }) => `${x} ${y}`);
        expect(new Set(places).size).toBe(values.length);
      }),
    );
  });
});

describe('classes of a map', () => {
  it('rise with the value, hold every value, and begin where a value is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 }), values => {
        const breaks = classBreaks(values);
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        for (const least of breaks) expect(values).toContain(least);
        const classes = [...values].sort((a, b) => a - b).map(value => classOf(value, breaks));
        expect(classes).toEqual([...classes].sort());
        expect(new Set(classes).size).toBe(breaks.length + 1);
      }),
    );
  });
  it('are as large as each other where values differ; what has none is striped', () => {
    const breaks = classBreaks(Array.from({ length: 290 }, (_, i) => i));
    expect(breaks).toEqual([58, 116, 174, 232]);
    expect(classOf(null, breaks)).toBe('na');
    expect(classOf(3, classBreaks([3, 3, 3]))).toBe('q3');
  });
});

describe('a choice on a map in the address', () => {
  const options = { usual: '2024', periods: ['2024', '2023'], areas: ['1481', 'Å/b=&c'] };
  it('is read as it was written; the usual is not written', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, '2024', '2023'), fc.constantFrom(null, ...options.areas), (period, area) => {
        const read = mapChoice(options, `#${mapHash(options, { period, area })}`);
        expect(read).toEqual({ period: period === '2024' ? null : period, area, unknown: false });
      }),
    );
  });
  it('that is not there is as usual, and known to be unknown; another fragment is nobody’s choice', () => {
    expect(mapChoice(options, '#period=1999&omrade=1481')).toEqual({ period: null, area: '1481', unknown: true });
    expect(mapChoice(options, '#omrade=%')).toEqual({ period: null, area: null, unknown: true });
    expect(mapChoice(options, '#omraden')).toEqual({ period: null, area: null, unknown: false });
    fc.assert(fc.property(fc.string(), hash => typeof mapChoice(options, hash).unknown === 'boolean'));
  });
});
