import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Runtime } from 'vega';
import { View } from 'vega';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { BUILD_KINDS, type BuildKind } from '../../dashboards/charts/build-kinds.ts';
import type { ChartEngine, ChartView } from '../../dashboards/charts/chart-engine.ts';
import { createChartEngine } from '../../dashboards/charts/chart-engine.ts';
import { compileKinds } from '../../dashboards/charts/compile-kinds.ts';
import { drawAmong } from '../../dashboards/charts/draw-among.ts';
import { drawBars } from '../../dashboards/charts/draw-bars.ts';
import { drawLines } from '../../dashboards/charts/draw-lines.ts';
import { drawPile } from '../../dashboards/charts/draw-pile.ts';
import { drawPlaces } from '../../dashboards/charts/draw-places.ts';
import { drawRanked } from '../../dashboards/charts/draw-ranked.ts';
import { drawMultiple, drawSpark, drawStrip } from '../../dashboards/charts/draw-small.ts';
import { drawTrend } from '../../dashboards/charts/draw-trend.ts';
import type { Drawing } from '../../dashboards/charts/drawing.ts';
import { CHART_KINDS, type ChartKind } from '../../dashboards/charts/kinds.ts';
import type { SeriesPoint } from '../../dashboards/charts/series.ts';
import config from '../../dashboards/vite.config.ts';
import { month } from './fixture/observations.ts';

const percent = { unit: '%', unit_id: 'percent', decimals: 1 };
const value = fc.option(fc.integer({ min: -500, max: 5000 }), { nil: null, freq: 6 });
const points = fc.array(value, { minLength: 1, maxLength: 70 }).map(values =>
  values.map((tenths, i): SeriesPoint => ({
    month: month('2021-01') + i,
    value: tenths === null ? null : tenths / 10,
    open: i % 7 === 0,
  })),
);
const size = fc.constantFrom('wide' as const, 'narrow' as const);

/** Drawings of each kind, from any values. */
const drawings: fc.Arbitrary<[ChartKind, Drawing]> = fc.oneof(
  fc.tuple(points, points, size, fc.boolean()).map(([own, above, size, foretell]): [ChartKind, Drawing] => {
    const last = own.at(-1)!.month;
    const usual = [{ first: own[0]!.month, last, mean: 30, lpl: 5, upl: 90, season: null, reason: 'ny organisation' }];
    const foretold = [1, 2, 3].map(i => ({ month: last + i, value: 40, low: 30, high: 50 }));
    const unusual = own.slice(2, 4).map(({ month }) => ({ month, cause: 'Above UCL' as const, type: 'special_cause_concern' as const }));
    const target = { first: own[0]!.month, last, limit: 50, partly: 60, words: 'mål högst 50', partlyWords: 'delvis till 60' };
    const trend = {
      title: 'Fråga?',
      unit: percent,
      grain: 'month' as const,
      points: own,
      context: foretell ? null : { name: 'Hela kommunen', points: above },
      targets: [target],
      events: [
        { first: last, last, words: '1 maj 2026: nytt' },
        { first: last - 1, last, words: '2 maj 2026: nyare' },
      ],
      outlook: foretell ? { usual, unusual, foretold } : null,
      example: true,
    };
    return ['trend', drawTrend(trend, size)];
  }),
  fc.tuple(fc.array(points, { minLength: 1, maxLength: 8 }), size).map(([all, size]): [ChartKind, Drawing] => {
    const series = all.map((points, i) => ({ name: `Enhet ${i}`, points }));
    return ['lines', drawLines({ title: 'Fråga?', unit: percent, grain: 'month', series, example: false }, size)];
  }),
  fc.tuple(fc.array(value, { maxLength: 20 }), size).map(([values, size]): [ChartKind, Drawing] => {
    const bars = values.map((value, i) => ({ name: `Enhet ${i}`, value, words: value === null ? 'saknas' : '', emphasised: i === 0 }));
    return ['bars', drawBars({ title: 'Fråga?', unit: percent, bars, target: { limit: 5, words: 'mål' }, example: false }, size)];
  }),
  points.map((points): [ChartKind, Drawing] => ['spark', drawSpark(points, 5)]),
  fc.array(fc.integer({ max: 500 }), { minLength: 1, maxLength: 9 }).map((values): [ChartKind, Drawing] => {
    const members = values.map((value, i) => ({ id: `e${i}`, value }));
    return ['strip', drawStrip({ name: 'Fråga?', own: values[0]!, members }, percent, 'här')];
  }),
  fc.tuple(points, points).map(([own, context]): [ChartKind, Drawing] => {
    const scale = { xdom: [month('2021-01'), month('2026-10')] as const, ydom: [-50, 500] as const, unit: percent, context, target: 6 };
    return ['multiple', drawMultiple(own, scale, true)];
  }),
);

/** Drawings of each kind that is drawn at build alone, from any values of a group. */
const groupDrawings: fc.Arbitrary<[BuildKind, Drawing]> = fc
  .tuple(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 40 }), size, fc.nat(3))
  .map(([values, size, kind]): [BuildKind, Drawing] => {
    const [lower_quartile = 0, median = 0, upper_quartile = 0] = values.toSorted((a, b) => a - b);
    const spread = { lower_quartile, median, upper_quartile };
    const group = {
      title: 'Fråga?',
      unit: percent,
      members: values.map((value, i) => ({ name: `Ort ${i}`, value, own: i === 0 })),
      spread,
    };
    const periods = values.map((own, i) => ({
      ...{ period_start: `${1980 + i}-01-01`, period_end: `${1980 + i}-12-31`, own, n: 5 },
      spread: i % 5 === 0 ? null : spread,
      standing: i % 5 === 0 ? null : { rank: 1 + (i % 4), ranked: 6, better_than: 5 - (i % 4), equals: 0 },
    }));
    const among = { title: 'Fråga?', unit: percent, grain: 'year' as const, own: 'Åby', periods };
    const drawn: [BuildKind, Drawing][] = [
      ['ranked', drawRanked(group)],
      ['pile', drawPile(group, size)],
      ['among', drawAmong(among, size)],
      ['places', drawPlaces(among, size)],
    ];
    return drawn[kind]!;
  });

/** Draws as Vega's own View has it. */
const wholeVega = (): ChartEngine<ChartKind | BuildKind> =>
  createChartEngine(
    compileKinds({ ...CHART_KINDS, ...BUILD_KINDS }),
    (runtime, logger) => new View(runtime as Runtime, { renderer: 'none', logger }) as unknown as ChartView,
  );

describe('the browser and the build draw with a part of Vega', () => {
  let folder = '';
  let browser: ChartEngine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'malbild-engine-'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: config.root,
      resolve: config.resolve,
      plugins: [config.plugins!.find(plugin => (plugin as { name?: string }).name === 'compiled-charts')],
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: { entry: 'site/browser-engine.ts', formats: ['es'], fileName: 'engine' },
      },
    });
    const built = (await import(pathToFileURL(join(folder, 'engine.js')).href)) as { createBrowserEngine(): ChartEngine };
    browser = built.createBrowserEngine();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('and what it draws is what the build draws, and what the whole of Vega draws, for all drawings after each other', () => {
    const build = createBuildEngine();
    const whole = wholeVega();
    fc.assert(
      fc.property(drawings, ([kind, drawing]) => {
        const drawn = whole.svg(kind, drawing);
        expect(browser.svg(kind, drawing)).toBe(drawn);
        expect(build.svg(kind, drawing)).toBe(drawn);
      }),
      { numRuns: 120 },
    );
  });

  test('and so does the build what is drawn at build alone', () => {
    const build = createBuildEngine();
    const whole = wholeVega();
    fc.assert(
      fc.property(groupDrawings, ([kind, drawing]) => {
        expect(build.svg(kind, drawing)).toBe(whole.svg(kind, drawing));
      }),
      { numRuns: 60 },
    );
  });

  test('and it says so when it is asked for what it lacks', () => {
    const drawing = drawSpark([], null);
    expect(() => browser.svg('spark', { ...drawing, rows: { band: [] } })).toThrow('chart spark has no layer band');
  });
});
