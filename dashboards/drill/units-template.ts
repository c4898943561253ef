import { formatPeriodShort, formatSpanShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned, formatValue } from '../../pipeline/contract/format-number.ts';
import { firstDay, GRAIN_MONTHS, yearOf } from '../../pipeline/contract/period.ts';
import { drawMultiple } from '../charts/draw-small.ts';
import { chartTexts } from '../texts/chart.ts';
import { drillTexts } from '../texts/drill.ts';
import { statusTexts } from '../texts/status.ts';
import type { DrillView, UnitRow, UnitTable } from './drill-view.ts';
import { hashOf } from './drill-hash.ts';
import type { SeriesCell } from './series-model.ts';
import type { TemplateTools } from './template-tools.ts';

const MOST_CHARTS = 12;

/** Where a unit's name leads; null where it has no page and nothing to drill. */
export type UnitLink = (unit: string) => string | null;

/** The units under the shown node: small multiples on one scale, and a table that adds up. */
export function unitsTemplate(tools: TemplateTools, view: DrillView, pageOf: UnitLink): unknown {
  const { html, nothing, raw, charts } = tools;
  const table = view.units;
  if (table === null) return nothing;
  const units = table.rows.filter(row => !row.sum);
  const drawn = units.filter(row => row.points.length > 1 || (row.latest?.value ?? null) === null).slice(0, MOST_CHARTS);
  const linkOf = (row: UnitRow) => unitLink(view, row, pageOf);
  return html`<section class="units" aria-labelledby="enheter">
    <h2 id="enheter">${heading(table)}</h2>
    <p class="intro">
      ${drillTexts.unitsIntro(toDateSpan(table, view))}${drawn.length < units.length ? ` ${drillTexts.unitsMore(drawn.length, units.length)}` : ''}${tag(tools, view)}
    </p>
    ${
      drawn.length === 0
        ? nothing
        : html`${legend(tools, view, table)}
            <ol class="multiples">
              ${drawn.map((row, i) => multiple(tools, view, table, row, i, linkOf(row)))}
            </ol>`
    }
    ${unitTable(tools, view, table, linkOf)}
  </section>`;

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

function unitTable(tools: TemplateTools, view: DrillView, table: UnitTable, linkOf: (row: UnitRow) => string | null): unknown {
  const { html, nothing } = tools;
  const { unit } = view.trend;
  const unitText = unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit;
  const latest = formatPeriodShort(view.state.grain, firstDay(table.month));
  const columns = [
    toDateSpan(table, view),
    spanBefore(table, view),
    unit.unit_id === 'percent' ? drillTexts.differencePercent : drillTexts.difference,
    ...(table.yearToDate ? [latest] : []),
  ];
  const number = (cell: SeriesCell | null) =>
    cell === null
      ? drillTexts.noRow
      : cell.value === null
        ? html`<span class="flagged">${flagOf(cell)}</span>`
        : html`${formatNumber(cell.value, unit.decimals)}${cell.part ? html` <span class="tag">${drillTexts.part}</span>` : nothing}`;
  const row = (unitRow: UnitRow) => {
    const href = unitRow.sum ? null : linkOf(unitRow);
    const name = unitRow.sum ? drillTexts.sum(unitRow.name) : unitRow.name;
    return html`<tr
      class="${unitRow.sum ? 'sum' : ''}"
      id="${unitRow.sum ? 'enhet-summa' : hashOf(view.setup, { ...view.state, path: [...table.path, unitRow.id] })}"
    >
      <th scope="row">${href === null ? name : html`<a href="${href}" data-unit="${unitRow.id}">${name}</a>`}</th>
      ${
        isHidden(unitRow)
          ? html`<td colspan="${columns.length}" class="l hidden-cell">${flagOf(unitRow.toDate)}</td>`
          : html`<td>${number(unitRow.toDate)}</td>
              <td>${number(unitRow.yearBefore)}</td>
              <td>${unitRow.difference === null ? drillTexts.noRow : formatSigned(unitRow.difference, unit.decimals)}</td>
              ${table.yearToDate ? html`<td>${number(unitRow.latest)}</td>` : nothing}`
      }
    </tr>`;
  };
  return html`<p class="cap" id="enhetstabell">${drillTexts.tableCaption(unitText)}${tag(tools, view)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="enhetstabell">
      <table class="figs" data-sortable aria-labelledby="enhetstabell">
        <thead>
          <tr>
            <th scope="col">${view.setup.unitWord}</th>
            ${columns.map(column => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map(row)}
        </tbody>
      </table>
    </div>`;
}

/** What the lines are; nothing where there is only the unit's own. */
function legend({ html, nothing }: TemplateTools, view: DrillView, { scale }: UnitTable): unknown {
  if (scale.context.length === 0 && scale.target === null) return nothing;
  const line = (kind: string, name: string) => html`<span class="nowrap"><i class="sw ${kind}"></i>${name}</span> `;
  return html`<p class="intro">
    ${line('', drillTexts.thisUnit)}${scale.context.length > 0 ? line('sw-c', view.name) : nothing}${scale.target === null ? nothing : line('sw-t', view.trend.targets.at(-1)!.words)}
  </p>`;
}

/** Nothing to compare: every figure of the row is hidden. */
const isHidden = ({ toDate, yearBefore, latest }: UnitRow): boolean =>
  [toDate, yearBefore, latest].every(cell => cell === null || cell.flag === 'suppressed') && toDate !== null;

const tag = ({ html, nothing }: TemplateTools, view: DrillView): unknown =>
  view.setup.example ? html` <span class="tag">${statusTexts.mark.example}</span>` : nothing;

const flagOf = (cell: SeriesCell | null): string => (cell === null ? drillTexts.noRow : statusTexts.flag[cell.flag ?? 'missing']);

/** A unit's own page where it has one; else, where it has rows of its own in the drill, the fragment that shows it. */
function unitLink(view: DrillView, row: UnitRow, pageOf: UnitLink): string | null {
  if (row.id === 'unknown' || row.id.endsWith('.own') || row.points.length === 0) return null;
  const page = view.state.tree === view.setup.place ? pageOf(row.id) : null;
  return page ?? `#${hashOf(view.setup, { ...view.state, path: [...view.units!.path, row.id] })}`;
}

function toDateSpan(table: UnitTable, view: DrillView, years = 0): string {
  const month = table.month - 12 * years;
  if (!table.yearToDate) return formatPeriodShort(view.state.grain, firstDay(month));
  return formatSpanShort(yearOf(month) * 12, month + GRAIN_MONTHS[view.state.grain] - 1);
}

const spanBefore = (table: UnitTable, view: DrillView): string => toDateSpan(table, view, 1);

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
