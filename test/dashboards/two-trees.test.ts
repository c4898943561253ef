import { expect, test } from 'vitest';
import { buildTools } from '../../dashboards/build-tools.ts';
import { createBuildEngine } from '../../dashboards/charts/build-engine.ts';
import { controlsTemplate } from '../../dashboards/drill/controls-template.ts';
import { drillView } from '../../dashboards/drill/drill-view.ts';
import type { DrillState } from '../../dashboards/drill/metric-setup.ts';
import { defaultState } from '../../dashboards/drill/metric-setup.ts';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { toText } from '../../dashboards/html.ts';
import { metricSetupOf } from '../../dashboards/metric-setup-of.ts';
import { seriesFile } from '../../dashboards/series-file.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { twoTrees } from './fixture/two-trees.ts';

const site = twoTrees();
const [metric] = site.metrics;
const setupAt = (node: string) => metricSetupOf(indexSite(site), metric!, node, 'nyckeltal/visits/index.html', []);
const whole = seriesModel(seriesFile(site, metric!, '*'));
const view = (node: string, path: readonly string[]) => {
  const setup = setupAt(node);
  const state: DrillState = { ...defaultState(setup), tree: 'today', path };
  return drillView(setup, state, whole, whole, whole);
};
const values = ({ trend }: ReturnType<typeof view>) => trend.points.map(({ value }) => value);

test('today’s tree is chosen by its name, where a metric is broken down by it and the page’s node stands in it', () => {
  expect(setupAt('*').trees.map(({ id }) => id)).toEqual(['organisation', 'today']);
  expect(setupAt('N').trees).toHaveLength(2);
  const without = metricSetupOf(indexSite(site), { ...metric!, breakdowns: [['organisation']] }, '*', 'x', []);
  expect(without.trees).toEqual([]);
  const markup = toText(controlsTemplate(buildTools(createBuildEngine()), setupAt('*')));
  expect(markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain('Uppdelat på Organisation, som den var då Dagens organisation');
});

test('a board has in today’s tree the history of all that is under it today', () => {
  const board = view('*', ['N']);
  expect(values(board)).toEqual([27, 27, 56]);
  expect(board.trend.title).toBe('Hur många besöker oss? Norra nämnden, Dagens organisation');
  expect(board.units!.rows.map(({ id, latest }) => [id, latest?.value])).toEqual([
    ['N', 56],
    ['C', 32],
    ['F', 16],
    ['E', 8],
  ]);
  expect(values(view('N', []))).toEqual([27, 27, 56]);
});

test('a merged unit has the history of what it became of; one that closed stays where it last was', () => {
  expect(values(view('*', ['N', 'C']))).toEqual([3, 3, 32]);
  expect(view('*', ['N', 'C']).units).toBeNull();
  expect(view('*', ['S']).units!.rows.map(({ id }) => id)).toContain('D');
});
