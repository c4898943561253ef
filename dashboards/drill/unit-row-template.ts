import { drillTexts } from '#texts/drill.ts';
import { hashOf } from './drill-hash.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';
import { flagOf, unitColumns } from './unit-columns.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';

/** Where a row's name leads; null where nowhere. */
export type LinkOf = (row: UnitRow) => string | null;

/** Makes rows of the table of units: each with a box that a reader can tick to see it in the chart. */
export function unitRow(tools: TemplateTools, view: DrillView, table: UnitTable, linkOf: LinkOf): (row: UnitRow) => unknown {
  const { html, nothing } = tools;
  const { columns } = unitColumns(tools, view, table);
  const pickable = canPick(table);
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
      <th scope="row" aria-label="${name}">
        ${pick(row)}${href === null ? name : html`<a href="${href}" data-unit="${row.id}">${name}</a>`}
      </th>
      ${
        isHidden(row)
          ? html`<td colspan="${columns.length}" class="l hidden-cell">${flagOf(row.toDate)}</td>`
          : columns.map(({ of }) => html`<td>${of(row)}</td>`)
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
