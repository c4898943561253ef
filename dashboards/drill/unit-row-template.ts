import { formatNumber, formatSigned } from '../../pipeline/contract/format-number.ts';
import { drillTexts } from '../texts/drill.ts';
import { statusTexts } from '../texts/status.ts';
import { hashOf } from './drill-hash.ts';
import type { DrillView } from './drill-view.ts';
import type { SeriesCell } from './series-model.ts';
import type { TemplateTools } from './template-tools.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';

/** Where a row's name leads; null where nowhere. */
export type LinkOf = (row: UnitRow) => string | null;

/** Makes rows of the table of units: each with a box that a reader can tick to see it in the chart. */
export function unitRow(tools: TemplateTools, view: DrillView, table: UnitTable, linkOf: LinkOf): (row: UnitRow) => unknown {
  const { html, nothing } = tools;
  const { decimals } = view.trend.unit;
  const pickable = canPick(table);
  const number = (cell: SeriesCell | null): unknown =>
    cell === null
      ? drillTexts.noRow
      : cell.value === null
        ? html`<span class="flagged">${flagOf(cell)}</span>`
        : html`${formatNumber(cell.value, decimals)}${cell.part ? html` <span class="tag">${drillTexts.part}</span>` : nothing}`;
  const pick = (row: UnitRow): unknown =>
    pickable && canBePicked(row)
      ? html`<input type="checkbox" name="jamfor" value="${row.id}" aria-label="${drillTexts.pick(row.name)}" autocomplete="off" />`
      : nothing;
  return row => {
    const href = row.sum ? null : linkOf(row);
    const name = row.sum ? drillTexts.sum(row.name) : row.name;
    return html`<tr
      class="${row.sum ? 'sum' : ''}"
      id="${row.sum ? 'enhet-summa' : hashOf(view.setup, { ...view.state, beside: [], path: [...table.path, row.id] })}"
    >
      <th scope="row">${pick(row)}${href === null ? name : html`<a href="${href}" data-unit="${row.id}">${name}</a>`}</th>
      ${
        isHidden(row)
          ? html`<td colspan="${table.yearToDate ? 4 : 3}" class="l hidden-cell">${flagOf(row.toDate)}</td>`
          : html`<td>${number(row.toDate)}</td>
              <td>${number(row.before)}</td>
              <td>${row.difference === null ? drillTexts.noRow : formatSigned(row.difference, decimals)}</td>
              ${table.yearToDate ? html`<td>${number(row.latest)}</td>` : nothing}`
      }
    </tr>`;
  };
}

/** True where there are units to see beside each other. */
export const canPick = ({ rows }: UnitTable): boolean => rows.filter(canBePicked).length > 1;

const canBePicked = ({ sum, points }: UnitRow): boolean => !sum && points.length > 1;

/** Nothing to compare: every figure of the row is hidden. */
const isHidden = ({ toDate, before, latest }: UnitRow): boolean =>
  [toDate, before, latest].every(cell => cell === null || cell.flag === 'suppressed') && toDate !== null;

/** Why a cell has no figure, in words. */
export const flagOf = (cell: SeriesCell | null): string => (cell === null ? drillTexts.noRow : statusTexts.flag[cell.flag ?? 'missing']);
