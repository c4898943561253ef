import { formatPeriodShort, formatSpanShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned } from '../../pipeline/contract/format-number.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { firstDay, GRAIN_MONTHS, yearOf } from '../../pipeline/contract/period.ts';
import { chartTexts } from '../texts/chart.ts';
import { drillTexts } from '../texts/drill.ts';
import { statusTexts } from '../texts/status.ts';
import { hashOf, MOST_BESIDE } from './drill-hash.ts';
import type { DrillView } from './drill-view.ts';
import type { SeriesCell } from './series-model.ts';
import type { TemplateTools } from './template-tools.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';

/** The table of units: a row each, which a reader can tick to see it in the chart, after the row they add up to. */
export function unitRows(tools: TemplateTools, view: DrillView, table: UnitTable, linkOf: (row: UnitRow) => string | null): unknown {
  const { html, nothing } = tools;
  const { unit } = view.trend;
  const unitText = unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit;
  const latest = formatPeriodShort(view.state.grain, firstDay(table.month));
  const columns = [
    toDateSpan(table, view),
    toDateSpan(table, view, table.before),
    unit.unit_id === 'percent' ? drillTexts.differencePercent : drillTexts.difference,
    ...(table.yearToDate ? [latest] : []),
  ];
  const number = (cell: SeriesCell | null) =>
    cell === null
      ? drillTexts.noRow
      : cell.value === null
        ? html`<span class="flagged">${flagOf(cell)}</span>`
        : html`${formatNumber(cell.value, unit.decimals)}${cell.part ? html` <span class="tag">${drillTexts.part}</span>` : nothing}`;
  const pickable = table.rows.filter(canBePicked).length > 1;
  const pick = (unitRow: UnitRow) =>
    pickable && canBePicked(unitRow)
      ? html`<input type="checkbox" name="jamfor" value="${unitRow.id}" aria-label="${drillTexts.pick(unitRow.name)}" autocomplete="off" />`
      : nothing;
  const row = (unitRow: UnitRow) => {
    const href = unitRow.sum ? null : linkOf(unitRow);
    const name = unitRow.sum ? drillTexts.sum(unitRow.name) : unitRow.name;
    return html`<tr
      class="${unitRow.sum ? 'sum' : ''}"
      id="${unitRow.sum ? 'enhet-summa' : hashOf(view.setup, { ...view.state, beside: [], path: [...table.path, unitRow.id] })}"
    >
      <th scope="row">${pick(unitRow)}${href === null ? name : html`<a href="${href}" data-unit="${unitRow.id}">${name}</a>`}</th>
      ${
        isHidden(unitRow)
          ? html`<td colspan="${columns.length}" class="l hidden-cell">${flagOf(unitRow.toDate)}</td>`
          : html`<td>${number(unitRow.toDate)}</td>
              <td>${number(unitRow.before)}</td>
              <td>${unitRow.difference === null ? drillTexts.noRow : formatSigned(unitRow.difference, unit.decimals)}</td>
              ${table.yearToDate ? html`<td>${number(unitRow.latest)}</td>` : nothing}`
      }
    </tr>`;
  };
  return html`<p class="cap" id="enhetstabell">
      ${drillTexts.tableCaption(unitText)}${tag(tools, view)}${pickable ? html` <span class="scripted">${drillTexts.pickIntro(MOST_BESIDE)}</span>` : nothing}
    </p>
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

const canBePicked = ({ sum, points }: UnitRow): boolean => !sum && points.length > 1;

/** Nothing to compare: every figure of the row is hidden. */
const isHidden = ({ toDate, before, latest }: UnitRow): boolean =>
  [toDate, before, latest].every(cell => cell === null || cell.flag === 'suppressed') && toDate !== null;

/** The tag of invented figures, where they are. */
export const tag = ({ html, nothing }: TemplateTools, view: DrillView): unknown =>
  view.setup.example ? html` <span class="tag">${statusTexts.mark.example}</span>` : nothing;

/** Why a cell has no figure, in words. */
export const flagOf = (cell: SeriesCell | null): string => (cell === null ? drillTexts.noRow : statusTexts.flag[cell.flag ?? 'missing']);

/** `jan–aug 2026` for the year to date through a period, `aug 2026` for the period itself. */
export function toDateSpan(table: UnitTable, view: DrillView, month: Month = table.month): string {
  if (!table.yearToDate) return formatPeriodShort(view.state.grain, firstDay(month));
  return formatSpanShort(yearOf(month) * 12, month + GRAIN_MONTHS[view.state.grain] - 1);
}
