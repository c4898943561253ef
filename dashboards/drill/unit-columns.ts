import { formatPeriodShort, formatSpanShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned } from '../../pipeline/contract/format-number.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { firstDay, GRAIN_MONTHS, yearOf } from '../../pipeline/contract/period.ts';
import { drillTexts } from '#texts/drill.ts';
import { statusTexts } from '#texts/status.ts';
import { revisedTexts } from '#texts/revised.ts';
import type { DrillView } from './drill-view.ts';
import { revisedCell } from './revised-cell.ts';
import type { SeriesCell } from './series-model.ts';
import type { TemplateTools } from './template-tools.ts';
import type { UnitRow, UnitTable } from './unit-table.ts';

/** A column of the table of units. `has`: a row has something to say in it. */
export interface UnitColumn {
  name: string;
  of(row: UnitRow): unknown;
  has(row: UnitRow): boolean;
}

/** The columns in which some row has something to say, and the names of those that are left out. */
export function unitColumns(
  tools: TemplateTools,
  view: DrillView,
  table: UnitTable,
): { columns: readonly UnitColumn[]; left: readonly string[] } {
  const { html, nothing } = tools;
  const { decimals, unit_id } = view.trend.unit;
  const printed = (cell: SeriesCell): unknown => {
    const revised = revisedCell(cell, view);
    return revised === null ? formatNumber(cell.value!, decimals) : html`<span class="nowrap">${revisedTexts.change(revised)}</span>`;
  };
  const number = (cell: SeriesCell | null): unknown =>
    cell === null
      ? drillTexts.noRow
      : cell.value === null
        ? html`<span class="flagged">${flagOf(cell)}</span>`
        : html`${printed(cell)}${cell.part ? html` <span class="tag">${drillTexts.part}</span>` : nothing}`;
  const latest: UnitColumn = {
    name: formatPeriodShort(view.state.grain, firstDay(table.month)),
    of: row => number(row.latest),
    has: row => isSaid(row.latest),
  };
  const all: readonly UnitColumn[] = [
    { name: toDateSpan(table, view), of: row => number(row.toDate), has: () => true },
    { name: toDateSpan(table, view, table.before), of: row => number(row.before), has: row => isSaid(row.before) },
    {
      name: unit_id === 'percent' ? drillTexts.differencePercent : drillTexts.difference,
      of: row => (row.difference === null ? drillTexts.noRow : formatSigned(row.difference, decimals)),
      has: row => row.difference !== null,
    },
    ...(table.yearToDate ? [latest] : []),
  ];
  const columns = all.filter(({ has }) => table.rows.some(has));
  return { columns, left: all.filter(column => !columns.includes(column)).map(({ name }) => name) };
}

/** True where a figure of the table prints otherwise than it was reported. */
export const isRevised = (table: UnitTable, view: DrillView): boolean =>
  table.rows.some(({ toDate, before, latest }) => [toDate, before, latest].some(cell => cell !== null && revisedCell(cell, view) !== null));

/** A hidden figure is said too: only what there is no row of, or is missing, is nothing. */
const isSaid = (cell: SeriesCell | null): boolean => cell !== null && (cell.value !== null || cell.flag === 'suppressed');

/** Why a cell has no figure, in words. */
export const flagOf = (cell: SeriesCell | null): string => (cell === null ? drillTexts.noRow : statusTexts.flag[cell.flag ?? 'missing']);

/** `jan–aug 2026` for the year to date through a period, `aug 2026` for the period itself. */
export function toDateSpan(table: UnitTable, view: DrillView, month: Month = table.month): string {
  if (!table.yearToDate) return formatPeriodShort(view.state.grain, firstDay(month));
  return formatSpanShort(yearOf(month) * 12, month + GRAIN_MONTHS[view.state.grain] - 1);
}
