import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { describeTrend } from '../../dashboards/charts/describe-trend.ts';
import { reasonRows, usualLevels } from '../../dashboards/charts/draw-outlook.ts';
import { drawTrend } from '../../dashboards/charts/draw-trend.ts';
import type { Outlook, SeriesPoint, TrendInput, UnusualPoint } from '../../dashboards/charts/series.ts';
import { unusualRuns } from '../../dashboards/drill/outlook-tables.ts';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { seriesFile } from '../../dashboards/series-file.ts';
import { decodeSeries } from '../../pipeline/contract/decode-series.ts';
import { round } from '../../pipeline/contract/round.ts';
import { SPECIAL_CAUSES } from '../../pipeline/contract/signals.ts';
import { fixtureSite } from './fixture-site.ts';
import { month } from './fixture/observations.ts';

const wave = (i: number): number => Math.round(10 * Math.cos((i / 12) * 2 * Math.PI)) / 10;
const points: SeriesPoint[] = Array.from({ length: 46 }, (_, i) => ({
  month: month('2023-01') + i,
  value: i === 30 ? null : 7 + wave(i) + (i === 20 ? -1.5 : i === 45 ? 1.5 : 0),
  open: false,
}));
const part = { mean: 7, lpl: 6, upl: 8, season: Array.from({ length: 12 }, (_, i) => wave(i)) };
const outlook: Outlook = {
  usual: [
    { ...part, first: month('2023-01'), last: month('2024-12'), reason: null },
    { ...part, first: month('2025-01'), last: month('2026-10'), mean: 7.2, lpl: 6.2, upl: 8.2, reason: 'Nytt personalsystem' },
  ],
  unusual: [
    { month: month('2024-09'), cause: 'Below LCL', type: 'special_cause_improvement' },
    { month: month('2026-10'), cause: 'Above UCL', type: 'special_cause_concern' },
  ],
  foretold: [
    { month: month('2026-11'), value: 7.9, low: 7.2, high: 8.6 },
    { month: month('2026-12'), value: 8.1, low: 7.2, high: 9.4 },
  ],
};
const trend: TrendInput = {
  title: 'Hur stor del av arbetstiden är medarbetarna sjuka?',
  unit: { unit: '%', unit_id: 'percent', decimals: 1 },
  grain: 'month',
  points,
  context: null,
  targets: [
    { first: month('2026-01'), last: month('2026-12'), limit: 6.5, partly: null, words: 'mål högst 6,5\u00a0%', partlyWords: null },
  ],
  events: [],
  outlook,
  example: false,
};
const engine = createBuildEngine();

describe('a trend chart with what is usual, unusual and foretold', () => {
  test.each(['wide', 'narrow'] as const)('is drawn as it was, %s', async size => {
    const svg = engine.svg('trend', drawTrend(trend, size));
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`golden/trend-outlook-${size}.svg`);
  });

  test('tells concern from improvement by shape, and marks no point twice', () => {
    const svg = engine.svg('trend', drawTrend(trend, 'wide'));
    expect(svg.match(/<rect class="worse"/g)).toHaveLength(1);
    expect(svg.match(/<circle class="better"/g)).toHaveLength(1);
    expect(svg).not.toContain('class="last"');
  });

  test('has room for the limits, the interval and the months to come', () => {
    const { xdom, ydom } = drawTrend(trend, 'wide');
    expect(xdom[1]).toBe(month('2026-12') + 0.5);
    expect(ydom[1]).toBeGreaterThanOrEqual(9.4);
  });

  test('says all of it in words', () => {
    expect(describeTrend(trend).description).toContain(
      'Vanlig variation 6,2\u00a0% till 8,2\u00a0%, oktober 2026. Vanlig variation följer årstiden: en månad jämförs med samma månad andra år. ' +
        '2 perioder avviker, senast oktober 2026, över gränsen för vanlig variation. ' +
        'Vanlig variation räknas om från januari 2025: Nytt personalsystem. ' +
        'Prognos för december 2026: 8,1\u00a0%, åtta av tio tänkbara utfall ligger mellan 7,2\u00a0% och 9,4\u00a0%.',
    );
    const calm = describeTrend({
      ...trend,
      outlook: { usual: [{ ...outlook.usual[0]!, season: null }], unusual: [], foretold: [] },
    }).description;
    expect(calm).toContain('Vanlig variation 6,0\u00a0% till 8,0\u00a0%, december 2024. Ingen period avviker från det vanliga.');
    const level = { ...outlook.usual[0]!, season: null, lpl: null, upl: null };
    const flat = describeTrend({
      ...trend,
      outlook: { usual: [level], unusual: [], foretold: [{ month: 24_323, value: 7, low: null, high: null }] },
    });
    expect(flat.description).toContain('Vanlig nivå 7,0\u00a0%, december 2024. Prognos för december 2026: 7,0\u00a0%.');
  });
});

test('limits are never drawn where no value can be', () => {
  const wide = { ...outlook.usual[0]!, lpl: -3, upl: 140 };
  const inside = usualLevels(wide, 'month', points, true);
  expect(inside.every(({ lower, upper }) => lower! >= 0 && upper! <= 100)).toBe(true);
  const below = usualLevels(wide, 'month', [...points, { month: 0, value: -1, open: false }], false);
  expect(Math.min(...below.map(({ lower }) => lower!))).toBeCloseTo(-4);
  expect(Math.max(...below.map(({ upper }) => upper!))).toBeCloseTo(141);
});

test('the reason of a declared change stands on the side of its line that has room', () => {
  const rows = reasonRows(
    [
      { x: 1, text: 'Nytt system' },
      { x: 9, text: 'Ny definition av vad som räknas som sjukfrånvaro' },
    ],
    [0, 10],
  );
  expect(rows.reason.map(({ text }) => text)).toEqual(['Nytt system']);
  expect(rows.reasonEnd.map(({ text }) => text)).toEqual(['Ny definition av vad som', 'räknas som sjukfrånvaro']);
});

test('runs hold every unusual period once, in order, for all series', () => {
  const point = fc.record({ month: fc.integer({ min: 0, max: 40 }), cause: fc.constantFrom(...SPECIAL_CAUSES.slice(0, 8)) });
  fc.assert(
    fc.property(fc.uniqueArray(point, { selector: ({ month }) => month }), given => {
      const unusual = given.map((one): UnusualPoint => ({ ...one, type: 'special_cause_concern' })).sort((a, b) => a.month - b.month);
      const runs = unusualRuns(unusual, 1);
      const again = runs.flatMap(({ month, last, cause }) =>
        Array.from({ length: last - month + 1 }, (_, i) => ({ month: month + i, cause })),
      );
      expect(again).toEqual(unusual.map(({ month, cause }) => ({ month, cause })));
    }),
  );
});

describe('a series file', () => {
  const site = fixtureSite();
  const metric = site.metrics.find(({ id }) => id === 'sick-leave')!;
  const model = seriesModel(decodeSeries(JSON.parse(JSON.stringify(seriesFile(site, metric, 'VOF')))));

  test('has what is judged of its cells, as the judgements have it, rounded', () => {
    const { signals, forecast } = metric.judgements().find(({ members }) => members[0] === '301')!;
    const read = model.outlook(['301', '*'])!;
    expect(read.usual.map(({ mean, upl }) => [mean, upl])).toEqual(
      signals.segments.map(({ mean, upl }) => [round(mean, 3), round(upl!, 3)]),
    );
    expect(read.unusual.map(({ cause }) => cause)).toEqual(['Below LCL', 'Above UCL']);
    expect(read.foretold.map(({ high }) => high)).toEqual(forecast!.points.map(({ high }) => round(high!, 3)));
  });

  test('has nothing where nothing is judged: a hidden cell, a sex, another node', () => {
    expect(model.outlook(['304', '*'])).toBeNull();
    expect(model.outlook(['301', 'K'])).toBeNull();
    expect(model.outlook(['KS', '*'])).toBeNull();
  });
});
