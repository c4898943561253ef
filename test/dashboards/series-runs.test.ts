import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { seriesRuns } from '../../dashboards/series-runs.ts';
import { decodeSeries } from '../../pipeline/contract/decode-series.ts';
import { monthOf } from '../../pipeline/contract/period.ts';
import { fixtureSite } from './fixture-site.ts';

const { id, dimensions, observations } = fixtureSite().metrics.find(metric => metric.id === 'sick-leave')!;
const cell = observations.filter(o => o.grain === 'month' && o.window === 'period' && String(o.members) === '301,*');
const runsOf = (rows: typeof cell) => seriesRuns(rows, () => '0|0', false);
const file = (runs: unknown[]) => ({
  metric: id,
  node: '*',
  dimensions,
  members: [['301'], ['*']],
  names: {},
  runs,
  judged: [],
  revised: [],
  sentences: {},
});

test('a cell whose periods follow on each other is one run, and a gap begins another', () => {
  expect(runsOf(cell)).toHaveLength(1);
  const cut = runsOf(cell.filter(o => o.period_start !== '2026-03-01'));
  expect(cut.map(([, , , first]) => first)).toEqual([cell[0]!.period_start.slice(0, 7), '2026-04']);
});

test('whatever periods a cell has, in whatever order they are given, are read again as they were', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(cell), rows => {
      const read = seriesModel(decodeSeries(JSON.parse(JSON.stringify(file(runsOf(rows)))))).cells('month', 'period', ['301', '*']);
      const were = rows.map(({ period_start, value, flag, marks }) => ({ month: monthOf(period_start), value, flag, marks }));
      expect(read.map(({ month, value, flag, marks }) => ({ month, value, flag, marks }))).toEqual(were.sort((a, b) => a.month - b.month));
    }),
  );
});

test('what is no series file is refused', () => {
  const run = (grain: string) => [grain, 'period', '0|0', '2026-01', [[[1, 2], null, []]]];
  expect(() => decodeSeries(file([run('month')]))).not.toThrow();
  expect(() => decodeSeries(file([run('decade')]))).toThrow();
  expect(() => decodeSeries({ metric: id })).toThrow();
});
