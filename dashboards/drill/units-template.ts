import { formatValue } from '../../pipeline/contract/format-number.ts';
import { drawMultiple } from '../charts/draw-small.ts';
import { drillTexts } from '#texts/drill.ts';
import { hashOf } from './drill-hash.ts';
import { downloadTemplate } from './download-template.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';
import { MOST_BARS, unitBars } from './unit-bars-template.ts';
import { unitControls } from './unit-controls-template.ts';
import type { LinkOf } from './unit-row-template.ts';
import { flagOf, toDateSpan } from './unit-columns.ts';
import { unitRow } from './unit-row-template.ts';
import { tag, unitRows } from './unit-rows-template.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';

const MOST_CHARTS = 12;

/** Where a unit's name leads; null where it has no page and nothing to drill. */
export type UnitLink = (unit: string) => string | null;

/** The units under the shown node: small multiples on one scale, and a table that adds up, of which `most` rows are made. */
export function unitsTemplate(tools: TemplateTools, view: DrillView, pageOf: UnitLink, most = Infinity): unknown {
  const { html, nothing, raw, charts } = tools;
  const table = view.units;
  if (table === null) return nothing;
  const units = table.rows.filter(row => !row.sum);
  const drawn = units.filter(row => row.points.length > 1 || (row.latest?.value ?? null) === null).slice(0, MOST_CHARTS);
  const linkOf = linksOf(view, pageOf);
  const asBars = view.state.shows === 'bars';
  const left =
    asBars && units.length > MOST_BARS
      ? ` ${drillTexts.barsMore(MOST_BARS, units.length)}`
      : !asBars && drawn.length < units.length
        ? ` ${drillTexts.unitsMore(drawn.length, units.length)}`
        : '';
  return html`<section class="units" aria-labelledby="enheter" data-figure="${view.setup.metric}-enheter">
    <h2 id="enheter">${heading(table)}</h2>
    <p class="intro">${drillTexts.unitsIntro(toDateSpan(table, view))}${left}${tag(tools, view)}</p>
    ${unitControls(tools, view)} ${asBars ? unitBars(tools, view, table) : multiples()} ${unitRows(tools, view, table, linkOf, most)}
    ${downloadTemplate(tools, asBars)}
  </section>`;

  function multiples(): unknown {
    if (drawn.length === 0) return nothing;
    return html`${legend(tools, view, table!)}
      <ol class="multiples">
        ${drawn.map((row, i) => multiple(tools, view, table!, row, i, linkOf(row)))}
      </ol>`;
  }

  function multiple({ html }: TemplateTools, view: DrillView, { scale }: UnitTable, row: UnitRow, i: number, href: string | null): unknown {
    const name = href === null ? row.name : html`<a href="${href}" data-unit="${row.id}">${row.name}</a>`;
    if (row.points.length < 2)
      return html`<li class="mini">
        <h3>${name}</h3>
        <p class="hidden-cell">${flagOf(row.toDate ?? row.latest)}</p>
      </li>`;
    return html`<li class="mini">
      <h3>${name}</h3>
      <p>${shownValue(row, view)}</p>
      <div class="g">
        ${raw(
          charts.svg(
            'multiple',
            drawMultiple(
              row.points.filter(({ month }) => month >= scale.xdom[0]),
              scale,
              i === 0,
            ),
          ),
        )}
      </div>
    </li>`;
  }

  function shownValue(row: UnitRow, view: DrillView): unknown {
    if (row.toDate === null || row.toDate.value === null) return flagOf(row.toDate ?? row.latest);
    return html`<b>${formatValue(row.toDate.value, view.trend.unit)}</b>${table!.yearToDate ? ` ${drillTexts.toDate}` : nothing}`;
  }
}

/** The rows of that table after its `most` first. */
export const restOfRows = (tools: TemplateTools, view: DrillView, pageOf: UnitLink, most: number): unknown =>
  view.units?.rows.slice(most).map(unitRow(tools, view, view.units, linksOf(view, pageOf)));

/** What the lines are; nothing where there is only the unit's own. */
function legend({ html, nothing }: TemplateTools, view: DrillView, { scale }: UnitTable): unknown {
  if (scale.context.length === 0 && scale.target === null) return nothing;
  const line = (kind: string, name: string) => html`<span class="nowrap"><i class="sw ${kind}"></i>${name}</span> `;
  return html`<p class="intro">
    ${line('', drillTexts.thisUnit)}${scale.context.length > 0 ? line('sw-c', view.name) : nothing}${scale.target === null ? nothing : line('sw-t', view.trend.targets.at(-1)!.words)}
  </p>`;
}

/** A unit's own page where it has one; else, where it has rows of its own in the drill, the fragment that shows it. */
const linksOf =
  (view: DrillView, pageOf: UnitLink): LinkOf =>
  row => {
    if (row.id === 'unknown' || row.id.endsWith('.own') || row.points.length === 0) return null;
    const page = view.state.tree === view.setup.place ? pageOf(row.id) : null;
    return page ?? `#${hashOf(view.setup, { ...view.state, beside: [], path: [...view.units!.path, row.id] })}`;
  };

/** The finding, where there is one: which unit is highest and which lowest. */
function heading(table: UnitTable): string {
  const valued = table.rows.filter(row => !row.sum && (row.toDate?.value ?? null) !== null && row.id !== 'unknown');
  const [first] = valued;
  if (first === undefined) return drillTexts.unitHeadingPlain;
  if (valued.length === 1) return drillTexts.unitHeadingOne(first.name);
  const sorted = [...valued].sort((a, b) => b.toDate!.value! - a.toDate!.value!);
  const [high, low] = [sorted[0]!, sorted.at(-1)!];
  return high.toDate!.value === low.toDate!.value ? drillTexts.unitHeadingPlain : drillTexts.unitHeading(high.name, low.name);
}
