import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { Grain } from '../../pipeline/contract/period.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import type { BarsInput } from '../charts/draw-bars.ts';
import { drawBars } from '../charts/draw-bars.ts';
import type { LinesInput } from '../charts/draw-lines.ts';
import { drawLines, letterOf, linesAxis, MOST_LINES } from '../charts/draw-lines.ts';
import { axisBegins, axisUnit } from '../drill/axis-words.ts';
import type { TemplateTools } from '../drill/template-tools.ts';
import { chartTexts } from '#texts/chart.ts';
import { exploreTexts as t } from '#texts/explore.ts';
import type { ChartGroup } from './chart-series.ts';
import { barsAt, barsOf, chartGroups, comparable, drawable, linesOf } from './chart-series.ts';
import type { Chart } from './explore-state.ts';
import { headName } from './explore-words.ts';
import type { Pivot } from './pivot.ts';

/** More bars than this are no picture. */
const MOST_BARS = 30;

export interface ChartView {
  pivot: Pivot;
  chart: Chart;
  grain: Grain;
  about: string;
  source: string;
}

/** A table's chart, wide and narrow; several where the figures have several units. */
export function chartTemplate(tools: TemplateTools, view: ChartView): unknown {
  const { html, nothing } = tools;
  if (view.chart === 'none') return nothing;
  const groups = chartGroups(view.pivot).map(comparable);
  const figures = groups.map(group => (view.chart === 'lines' ? lines(tools, view, group) : bars(tools, view, group)));
  return figures.every(figure => figure === null) ? html`<p class="empty">${t.noChart}</p>` : figures.map(figure => figure ?? nothing);
}

function lines(tools: TemplateTools, view: ChartView, group: ChartGroup): unknown {
  const { html, nothing, sized } = tools;
  const all = drawable(group);
  if (all.length === 0) return null;
  const input: LinesInput = {
    title: t.chartTitle(group.metric.name, view.about),
    unit: unitOf(group),
    grain: view.grain,
    series: linesOf(group, all.slice(0, MOST_LINES), view.grain),
    example: isExample(group),
  };
  const values = input.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  return html`<p class="intro">
      <b>${titleOf(view, group)}</b> ${axisUnit(input, values)},
      ${chartTexts.everyGrain[view.grain]}.${axisBegins(input, linesAxis(input, 'wide'))}
    </p>
    <figure>
      <div class="plot broad">${sized('lines', 'wide', size => drawLines(input, size))}</div>
      <div class="plot narrow">${sized('lines', 'narrow', size => drawLines(input, size))}</div>
      <p class="key narrow">${input.series.map(({ name }, i) => html`<span class="nowrap"><b>${letterOf(i)}</b>&nbsp;${name}</span> `)}</p>
      <figcaption>${all.length > MOST_LINES ? html`${t.chartShows(MOST_LINES, all.length)} ` : nothing}${view.source}</figcaption>
    </figure>`;
}

function bars(tools: TemplateTools, view: ChartView, group: ChartGroup): unknown {
  const { html, nothing, sized } = tools;
  const at = barsAt(group);
  const all = barsOf(group, at);
  if (all.every(({ value }) => value === null)) return null;
  const along = group.along[at];
  const when =
    along === undefined || along.type === 'figure' || along.type === 'metric'
      ? ''
      : ` ${along.type === 'period' ? formatPeriodShort(along.grain, firstDay(along.month)) : headName(along)}`;
  const input: BarsInput = {
    title: t.chartTitle(group.metric.name, `${view.about}${when}`),
    unit: unitOf(group),
    bars: all.slice(0, MOST_BARS),
    target: null,
    example: isExample(group),
  };
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return html`<p class="intro"><b>${titleOf(view, group)}</b> ${axisUnit(input, values)}${when === '' ? nothing : `,${when}`}.</p>
    <figure>
      <div class="plot broad ranked">${sized('bars', 'wide', size => drawBars(input, size))}</div>
      <div class="plot narrow ranked">${sized('bars', 'narrow', size => drawBars(input, size))}</div>
      <figcaption>${all.length > MOST_BARS ? html`${t.barsShow(MOST_BARS, all.length)} ` : nothing}${view.source}</figcaption>
    </figure>`;
}

const unitOf = ({ metric }: ChartGroup): Unit => ({ unit: metric.unit, unit_id: metric.unit_id, decimals: metric.decimals });

const isExample = ({ entries }: ChartGroup): boolean => entries.some(({ cells }) => cells.some(cell => cell?.marks.includes('example')));

/** Where a table has several metrics, each chart says which it has. */
const titleOf = ({ pivot }: ChartView, { metric, entries }: ChartGroup): string =>
  pivot.metric !== null
    ? ''
    : `${entries[0]?.head.type === 'metric' ? entries.map(({ head }) => (head.type === 'metric' ? head.metric.name : '')).join(', ') : metric.name}.`;
