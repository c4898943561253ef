import { nothing, render } from 'lit';
import { drillView, onlyChild } from '../drill/drill-view.ts';
import type { DrillView } from '../drill/drill-view.ts';
import type { DrillState, MetricSetup } from '../drill/metric-setup.ts';
import type { SeriesModel } from '../drill/series-model.ts';
import { answerTemplate } from '../drill/answer-template.ts';
import { trailTemplate } from '../drill/trail-template.ts';
import { trendTemplate } from '../drill/trend-template.ts';
import type { UnitLink } from '../drill/units-template.ts';
import { restOfRows, unitsTemplate } from '../drill/units-template.ts';
import { setControls } from './drill-controls.ts';
import { loadSeries } from './load-series.ts';
import { leaveRest, MOST_ROWS, showFirstRows } from './long-table.ts';
import type { DrillPart } from './mb-drill.ts';
import { tools } from './template-tools.ts';

/** What a choice shows, with the series it needs fetched; null where the metric has no such unit. Rejects where a series cannot be had. */
export async function viewOf(setup: MetricSetup, state: DrillState): Promise<DrillView | null> {
  if (state.tree !== setup.place) {
    const whole = await seriesAt(setup, '*');
    if (!hasNode(whole, state)) return null;
    return drillView(setup, state, whole, whole, whole);
  }
  const node = state.path.at(-1) ?? setup.node;
  const above = state.path.length === 0 ? (setup.above?.node ?? null) : (state.path.at(-2) ?? setup.node);
  if (above !== null && setup.files[above] === undefined) return null;
  const aboveModel = above === null ? null : await seriesAt(setup, above);
  const own = setup.files[node] === undefined ? aboveModel : await seriesAt(setup, node);
  if (own === null) throw new Error(`no series for ${node}`);
  if (!hasNode(own, state)) return null;
  return drillView(setup, state, own, aboveModel, own.node === node ? await under(setup, own) : null);
}

/** True where a series file knows the unit that is asked for; no unit is the page's own. */
const hasNode = (model: SeriesModel, { tree, path }: DrillState): boolean =>
  path.length === 0 || model.node === path.at(-1) || (tree !== null && model.members(tree).includes(path.at(-1)!));

async function under(setup: MetricSetup, own: SeriesModel): Promise<SeriesModel> {
  const child = onlyChild(setup, own);
  return child === null || setup.files[child] === undefined ? own : under(setup, await seriesAt(setup, child));
}

function seriesAt(setup: MetricSetup, node: string): Promise<SeriesModel> {
  const file = setup.files[node];
  if (file === undefined) throw new Error(`no file for ${node}`);
  return loadSeries(new URL(file, document.baseURI).href);
}

/** The parts of the drill for a view, ready to be put in their places; null for one that stays as the page has it. */
export function draw(view: DrillView, note: string, pageOf: UnitLink): Record<DrillPart, HTMLElement | null> {
  return {
    answer: view.answer === null ? null : drawn(answerTemplate(tools, view)),
    trail: drawn(trailTemplate(tools, view)),
    trend: drawn(trendTemplate(tools, view, note)),
    years: drawn(nothing),
    units: drawnUnits(view, pageOf),
  };
}

/** The table has its first rows, and the rest when something needs them: rows are what takes a browser time to lay out. */
function drawnUnits(view: DrillView, pageOf: UnitLink): HTMLElement {
  const most = MOST_ROWS + 1;
  const place = drawn(unitsTemplate(tools, view, pageOf, most));
  const table = place.querySelector<HTMLTableElement>('table[data-sortable]');
  const rest = (view.units?.rows.length ?? 0) - most;
  if (table === null || rest <= 0) return place;
  leaveRest(table, rest, () => {
    render(restOfRows(tools, view, pageOf, most), table.tBodies[0]!);
    const { state } = table.closest('mb-drill')!;
    setControls(table, view.setup, state ?? view.state);
  });
  showFirstRows(table);
  return place;
}

export { readChart } from './read-chart.ts';

function drawn(template: unknown): HTMLElement {
  const place = document.createElement('div');
  place.className = 'fresh-data';
  render(template, place);
  return place;
}
