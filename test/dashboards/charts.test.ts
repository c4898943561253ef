import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { BUILD_KINDS } from '../../dashboards/charts/build-kinds.ts';
import { collectingLogger } from '../../dashboards/charts/collecting-logger.ts';
import { compileKinds } from '../../dashboards/charts/compile-kinds.ts';
import { drawBars } from '../../dashboards/charts/draw-bars.ts';
import { drawLines, MOST_LINES } from '../../dashboards/charts/draw-lines.ts';
import { drawMultiple, drawSpark, drawStrip } from '../../dashboards/charts/draw-small.ts';
import { drawTrend } from '../../dashboards/charts/draw-trend.ts';
import type { ChartRow } from '../../dashboards/charts/drawing.ts';
import { placeEndLabels, wrap } from '../../dashboards/charts/end-labels.ts';
import { CHART_KINDS } from '../../dashboards/charts/kinds.ts';
import { eventRows, shownEvents } from '../../dashboards/charts/event-rows.ts';
import { levelAxis } from '../../dashboards/charts/level-axis.ts';
import { monthAxis } from '../../dashboards/charts/month-axis.ts';
import { numberedCode } from '../../dashboards/charts/numbered-code.ts';
import type { SeriesPoint, TrendInput } from '../../dashboards/charts/series.ts';
import { functionContext } from '../../dashboards/charts/vega-functions.ts';
import { OPERATORS } from '../../dashboards/charts/vega-operators.ts';
import { month } from './fixture/observations.ts';

const percent = { unit: '%', unit_id: 'percent', decimals: 1 };
const points: SeriesPoint[] = Array.from({ length: 46 }, (_, i) => ({
  month: month('2023-01') + i,
  value: i === 30 ? null : 7 + Math.round(10 * Math.cos((i / 12) * 2 * Math.PI)) / 10,
  open: i === 45,
}));
const trend: TrendInput = {
  title: 'Hur stor del av arbetstiden är medarbetarna sjuka? Vård & omsorg',
  unit: percent,
  grain: 'month',
  points,
  context: { name: 'Hela kommunen', points: points.map(point => ({ ...point, value: point.value === null ? null : point.value - 0.8 })) },
  targets: [
    {
      first: month('2026-01'),
      last: month('2026-12'),
      limit: 6.5,
      partly: 6.8,
      words: 'mål högst 6,5\u00a0%',
      partlyWords: 'delvis till 6,8\u00a0%',
    },
  ],
  outlook: null,
  events: [],
  example: true,
};
const engine = createBuildEngine();

describe('every kind of chart is drawn as it was, without a warning', () => {
  const golden = (name: string, svg: string) => expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`golden/${name}.svg`);

  test('trend, wide and narrow', async () => {
    await golden('trend-wide', engine.svg('trend', drawTrend(trend, 'wide')));
    await golden('trend-narrow', engine.svg('trend', drawTrend(trend, 'narrow')));
  });

  test('trend of one yearly amount', async () => {
    const yearly: TrendInput = {
      ...trend,
      unit: { unit: 'kr', unit_id: 'sek', decimals: 0 },
      grain: 'year',
      points: [{ month: month('2025-01'), value: 12_345_678, open: false }],
      context: null,
      targets: [],
      example: false,
    };
    await golden('trend-one-year', engine.svg('trend', drawTrend(yearly, 'wide')));
  });

  test('several lines, wide and narrow', async () => {
    const lower = (by: number) => points.map(point => ({ ...point, value: point.value === null ? null : point.value - by }));
    const series = [
      { name: 'Kommunstyrelsen', points },
      { name: 'Vård- och omsorgsnämnden', points: lower(0.1) },
      { name: 'Barn- och utbildningsnämnden', points: lower(0.2).slice(0, 30) },
    ];
    const lines = { title: 'Hur stor är sjukfrånvaron?', unit: percent, grain: 'month' as const, series, example: true };
    await golden('lines-wide', engine.svg('lines', drawLines(lines, 'wide')));
    await golden('lines-narrow', engine.svg('lines', drawLines(lines, 'narrow')));
  });

  test('ranked bars, wide and narrow', async () => {
    const bars = [
      { name: 'Kommunstyrelsen', value: 8.1, words: '', emphasised: false },
      { name: 'Hela kommunen', value: 6.6, words: '', emphasised: true },
      { name: 'Räddningsnämnden', value: null, words: 'dold av hänsyn till enskilda', emphasised: false },
    ];
    const ranked = { title: 'Sjukfrånvaro', unit: percent, bars, target: { limit: 6.5, words: 'mål högst 6,5\u00a0%' }, example: true };
    await golden('bars-wide', engine.svg('bars', drawBars(ranked, 'wide')));
    await golden('bars-narrow', engine.svg('bars', drawBars(ranked, 'narrow')));
  });

  test('small multiple, spark and strip', async () => {
    const scale = {
      xdom: [month('2024-01'), month('2026-10')] as const,
      ydom: [4, 10] as const,
      unit: percent,
      context: points.slice(12),
      target: 6.5,
    };
    await golden('multiple', engine.svg('multiple', drawMultiple(points.slice(12), scale, true)));
    await golden('spark', engine.svg('spark', drawSpark(points, 6.5)));
    const fact = {
      group: 'g',
      name: 'Liknande kommuner',
      period_start: '2025-01-01',
      own: 6.9,
      members: [5.8, 6.2, 7.2].map((value, i) => ({ id: String(i), value })),
      median: 6.2,
      better_than: 1,
    };
    await golden('strip', engine.svg('strip', drawStrip(fact, percent, 'Åby')));
  });
});

test('a chart says what it shows, and its text is escaped', () => {
  const svg = engine.svg('trend', drawTrend(trend, 'wide'));
  expect(svg).toContain('<title>Hur stor del av arbetstiden är medarbetarna sjuka? Vård &amp; omsorg</title>');
  expect(svg).toContain('Linjediagram över 46 månader, januari 2023–oktober 2026.');
  expect(svg).toContain('En period saknar siffra.');
  expect(svg).toContain('>Exempeldata</text>');
});

test('a hole breaks the line, and a series without any value draws an empty chart', () => {
  const d = /class="line" d="([^"]*)"/.exec(engine.svg('trend', drawTrend(trend, 'wide')))![1]!;
  expect(d.match(/M/g)).toHaveLength(2);
  const empty = drawTrend({ ...trend, points: [], context: null, targets: [] }, 'wide');
  expect(engine.svg('trend', empty)).not.toContain('class="line"');
});

test('a chart drawn after another is as if it were drawn alone', () => {
  const alone = createBuildEngine().svg('spark', drawSpark(points, null));
  engine.svg('spark', drawSpark(points.slice(5), 6));
  expect(engine.svg('spark', drawSpark(points, null))).toBe(alone);
});

test('a layer that the kind lacks is an error, and so is anything that Vega logs', () => {
  const drawing = drawSpark(points, null);
  expect(() => engine.svg('spark', { ...drawing, rows: { ...drawing.rows, band: [] } })).toThrow('chart spark has no layer band');
  const logger = collectingLogger();
  logger.warn('Infinite extent', new Error('no'));
  expect(() => logger.throwIfAny('chart spark')).toThrow('chart spark: Infinite extent no');
  expect(() => logger.throwIfAny('chart spark')).not.toThrow();
});

test('there is every operator and function that the compiled charts name, and no more', () => {
  const operators = new Set<string>();
  const calls = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, id, code } = value as { type?: unknown; id?: unknown; code?: unknown };
    if (typeof code === 'string') for (const [, name] of code.matchAll(/\bthis\.(\w+)/g)) calls.add(name!);
    if (typeof type === 'string' && typeof id === 'number') operators.add(type);
    Object.values(value).forEach(walk);
  };
  Object.values(compileKinds({ ...CHART_KINDS, ...BUILD_KINDS })).forEach(({ runtime }) => walk(runtime));
  // `operator` is Vega's own.
  expect([...operators].filter(type => type !== 'operator').sort()).toEqual(Object.keys(OPERATORS).sort());
  expect([...calls].sort()).toEqual(Object.keys(functionContext).sort());
});

test('every kind is as the schema of Vega-Lite says', async () => {
  const schema = JSON.parse(await readFile('node_modules/vega-lite/build/vega-lite-schema.json', 'utf8')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isValid = ajv.compile(schema);
  for (const [kind, make] of Object.entries(CHART_KINDS)) expect(isValid(make()), `${kind}: ${ajv.errorsText(isValid.errors)}`).toBe(true);
  expect(isValid({ ...CHART_KINDS.spark(), height: 'tall' })).toBe(false);
});

test('numbered expressions keep distinct codes distinct, and each code once', () => {
  const given = { a: { code: 'x', ast: { raw: '1', value: 1 } }, b: { code: 'y' }, c: { code: 'x' } };
  expect(numberedCode(given)).toEqual({ charts: { a: { code: '0' }, b: { code: '1' }, c: { code: '0' } }, codes: ['x', 'y'] });
});

test('the value axis holds every value, at round and rising levels, for all values', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter(value => value === 0 || Math.abs(value) > 1e-2);
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 5 }), (values, count) => {
      const { domain, levels } = levelAxis(values, count);
      const slack = (domain[1] - domain[0]) * 1e-3;
      expect(domain[0]).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      expect(levels.every((level, i) => i === 0 || level > levels[i - 1]!)).toBe(true);
      expect(levels.length).toBeLessThanOrEqual(count + 3);
    }),
  );
  expect(levelAxis([6.1, 9.5], 4).levels).toEqual([6, 7, 8, 9, 10]);
  expect(levelAxis([2, 9.5], 4).domain[0]).toBe(0);
});

test('labels at line ends never overlap and stay inside, for all wishes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 5 }), wishes => {
      const labels = wishes.map((at, i) => ({
        at,
        lines: [
          { layer: 'end' as const, text: String(i) },
          { layer: 'end' as const, text: `${i}b` },
        ],
      }));
      const rows = placeEndLabels(labels, 1, 0, 360)
        .end!.map(({ py }) => py!)
        .sort((a, b) => a - b);
      expect(rows.every((py, i) => i === 0 || py - rows[i - 1]! >= 17.9)).toBe(true);
      expect(rows[0]).toBeGreaterThanOrEqual(0);
      expect(rows.at(-1)).toBeLessThanOrEqual(360);
    }),
  );
});

test('names of several lines never overlap and stay inside, for all values, names and holes', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 5 });
  const series = fc.record({ name: fc.string({ maxLength: 60 }), values: fc.array(value, { maxLength: 40 }) });
  fc.assert(
    fc.property(fc.array(series, { minLength: 1, maxLength: MOST_LINES }), fc.constantFrom('wide', 'narrow'), (all, size) => {
      const named = all.map(({ name, values }) => ({
        name,
        points: values.map((value, i) => ({ month: month('2023-01') + i, value, open: false })),
      }));
      const drawing = drawLines({ title: '', unit: percent, grain: 'month', series: named, example: false }, size);
      const rows = [...drawing.rows.end!, ...drawing.rows.endStrong!].map(({ py }) => py!).sort((a, b) => a - b);
      expect(rows.every((py, i) => i === 0 || py - rows[i - 1]! >= 17.9)).toBe(true);
      expect(rows.every(py => py >= -drawing.above && py <= drawing.height + 8)).toBe(true);
      // Every series with a value in sight has a label.
      expect(rows.length).toBeGreaterThanOrEqual(drawing.rows.dot!.length + drawing.rows.last!.length);
    }),
  );
});

test('a chart of several lines says each of them, and takes no more than can be told apart', () => {
  const many = Array.from({ length: MOST_LINES + 1 }, (_, i) => ({ name: `Enhet ${i}`, points }));
  const lines = { title: 'Fråga?', unit: percent, grain: 'month' as const, example: false };
  expect(() => drawLines({ ...lines, series: many }, 'wide')).toThrow('9 series in one chart; at most 8');
  const svg = engine.svg('lines', drawLines({ ...lines, series: many.slice(1) }, 'wide'));
  for (const { name } of many.slice(1)) expect(svg).toContain(`${name}: senast 7,0\u00a0%, oktober 2026.`);
  expect(svg.match(/class="(line|other\d)" d="M/g)).toHaveLength(MOST_LINES);
});

test('bars begin at zero and hold every value and the target, for all values', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null, freq: 5 });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 30 }), fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (values, limit) => {
      const bars = values.map((value, i) => ({ name: `Enhet ${i}`, value, words: value === null ? 'saknas' : '', emphasised: i === 1 }));
      const target = limit === null ? null : { limit, words: 'mål' };
      const { rows, xdom } = drawBars({ title: '', unit: percent, bars, target, example: false }, 'wide');
      const ends = [...rows.bar!, ...rows.barStrong!];
      expect(ends.every(({ x, x2 }) => x === 0 && x2! >= xdom[0] && x2! <= xdom[1])).toBe(true);
      expect(xdom[0] <= 0 && xdom[1] >= 0 && xdom[1] > xdom[0]).toBe(true);
      expect(rows.value!.length + rows.words!.length).toBe(values.length);
      expect(rows.target!.every(({ x }) => x >= xdom[0] && x <= xdom[1])).toBe(true);
    }),
  );
});

test('numbers of events never meet, for all events', () => {
  const months = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 12 });
  fc.assert(
    fc.property(months, fc.constantFrom('wide', 'narrow'), (at, size) => {
      const events = [...at].sort((a, b) => a - b).map(first => ({ first, last: first, words: '' }));
      const span = [-0.5, 59.5] as const;
      const { event, eventNumber } = eventRows(shownEvents(events, span, 'month'), span, 'month', 360, size);
      expect(event).toHaveLength(new Set(at).size);
      expect(eventNumber.map(({ text }) => text)).toEqual(events.map((_, i) => String(i + 1)));
      const width = size === 'wide' ? 0.02 : 0.07;
      const meet = (a: ChartRow, b: ChartRow) => Math.abs(a.x - b.x) / 60 < width && Math.abs(a.py! - b.py!) < 16;
      expect(eventNumber.some((a, i) => eventNumber.slice(i + 1).some(b => meet(a, b)))).toBe(false);
    }),
  );
});

test('events are numbered in the chart and told in its words, those within it alone', () => {
  const events = [
    { first: month('2022-06'), last: month('2022-06'), words: '1 juni 2022: före diagrammet' },
    { first: month('2024-05'), last: month('2024-05'), words: '6 maj 2024: nytt lönesystem' },
  ];
  const drawing = drawTrend({ ...trend, events }, 'wide');
  expect(drawing.rows.eventNumber).toMatchObject([{ x: month('2024-05'), text: '1' }]);
  const svg = engine.svg('trend', drawing);
  expect(svg).toContain('class="eventNumber"');
  expect(svg).toContain('6 maj 2024: nytt lönesystem');
});

test('long names are wrapped, and cut with an ellipsis where there is no more room', () => {
  expect(wrap('Vård- och omsorgsnämnden', 14, 2)).toEqual(['Vård- och', 'omsorgsnämnden']);
  expect(wrap('Omsorgsförvaltningen', 14, 2)).toEqual(['Omsorgsförval…']);
  expect(wrap('ett två tre fyra', 7, 2)).toEqual(['ett två', 'tre…']);
});

test('months are labelled by halves of the year, years under January', () => {
  const axis = monthAxis(month('2023-01'), month('2026-10'), 'month', 12);
  expect(axis.months.slice(0, 3).map(({ text }) => text)).toEqual(['jan', 'juli', 'jan']);
  expect(axis.years.map(({ text }) => text)).toEqual(['2023', '2024', '2025', '2026']);
  expect(monthAxis(month('2021-01'), month('2025-01'), 'year', 6).months).toEqual([]);
});
