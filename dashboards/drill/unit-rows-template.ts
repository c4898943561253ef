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
  const difference = unit.unit_id === 'percent' ? drillTexts.differencePercent : drillTexts.difference;
  const all: readonly Column[] = [
    { name: toDateSpan(table, view), of: row => number(row.toDate), has: () => true },
    { name: toDateSpan(table, view, table.before), of: row => number(row.before), has: row => isSaid(row.before) },
    {
      name: difference,
      of: row => (row.difference === null ? drillTexts.noRow : formatSigned(row.difference, unit.decimals)),
      has: row => row.difference !== null,
    },
    ...(table.yearToDate ? [{ name: latest, of: (row: UnitRow) => number(row.latest), has: (row: UnitRow) => isSaid(row.latest) }] : []),
  ];
  const columns = all.filter(({ has }) => table.rows.some(has));
  const left = all.filter(column => !columns.includes(column)).map(({ name }) => name);
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
      <th scope="row" aria-label="${name}">
        ${pick(unitRow)}${href === null ? name : html`<a href="${href}" data-unit="${unitRow.id}">${name}</a>`}
      </th>
      ${
        isHidden(unitRow)
          ? html`<td colspan="${columns.length}" class="l hidden-cell">${flagOf(unitRow.toDate)}</td>`
          : columns.map(({ of }) => html`<td>${of(unitRow)}</td>`)
      }
    </tr>`;
  };
  return html`<p class="cap" id="enhetstabell">
      ${drillTexts.tableCaption(unitText)}${left.length === 0 ? nothing : ` ${drillTexts.columnsLeft(left)}`}${tag(tools, view)}${pickable ? html` <span class="scripted">${drillTexts.pickIntro(MOST_BESIDE)}</span>` : nothing}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="enhetstabell">
      <table class="figs" data-sortable aria-labelledby="enhetstabell">
        <thead>
          <tr>
            <th scope="col">${view.setup.unitWord}</th>
            ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map(row)}
        </tbody>
      </table>
    </div>`;
}

interface Column {
  name: string;
  of(row: UnitRow): unknown;
  has(row: UnitRow): boolean;
}

/** A hidden figure is said too: only what there is no row of, or is missing, is nothing. */
const isSaid = (cell: SeriesCell | null): boolean => cell !== null && (cell.value !== null || cell.flag === 'suppressed');

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
