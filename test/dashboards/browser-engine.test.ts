import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import type { ChartEngine } from '../../dashboards/charts/chart-engine.ts';
import { drawBars } from '../../dashboards/charts/draw-bars.ts';
import { drawLines } from '../../dashboards/charts/draw-lines.ts';
import { drawMultiple, drawSpark } from '../../dashboards/charts/draw-small.ts';
import { drawTrend } from '../../dashboards/charts/draw-trend.ts';
import type { Drawing } from '../../dashboards/charts/drawing.ts';
import type { ChartKind } from '../../dashboards/charts/kinds.ts';
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
  fc.tuple(points, points).map(([own, context]): [ChartKind, Drawing] => {
    const scale = { xdom: [month('2021-01'), month('2026-10')] as const, ydom: [-50, 500] as const, unit: percent, context, target: 6 };
    return ['multiple', drawMultiple(own, scale, true)];
  }),
);

describe('the browser draws with a part of Vega', () => {
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

  test('and what it draws is what the build draws, for all drawings after each other', () => {
    const whole = createBuildEngine();
    fc.assert(
      fc.property(drawings, ([kind, drawing]) => {
        expect(browser.svg(kind, drawing)).toBe(whole.svg(kind, drawing));
      }),
      { numRuns: 120 },
    );
  });

  test('and it says so when it is asked for what it lacks', () => {
    const drawing = drawSpark([], null);
    expect(() => browser.svg('spark', { ...drawing, rows: { band: [] } })).toThrow('chart spark has no layer band');
  });
});
