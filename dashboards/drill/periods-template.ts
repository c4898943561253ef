import { monthNameShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { isSettled } from '../../pipeline/contract/observation.ts';
import { GRAIN_MONTHS, GRAIN_OFFSET, isBelowYear, writePeriod, yearOf } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { drillTexts } from '#texts/drill.ts';
import { outlookTexts } from '#texts/outlook.ts';
import { revisedTexts } from '#texts/revised.ts';
import { statusTexts } from '#texts/status.ts';
import type { DrillView } from './drill-view.ts';
import { eventTable } from './event-table.ts';
import { outlookTables, signalMark } from './outlook-tables.ts';
import { revisedCell } from './revised-cell.ts';
import { revisedTable } from './revised-table.ts';
import type { SeriesCell } from './series-model.ts';
import type { TemplateTools } from './template-tools.ts';

/** Every period of the shown series: a row a year, a column a period of the year. */
export function periodsTable(tools: TemplateTools, view: DrillView): unknown {
  const { html, nothing } = tools;
  const { cells, setup, state, trend } = view;
  if (cells.length === 0) return nothing;
  const length = GRAIN_MONTHS[state.grain];
  const columns = Array.from({ length: 12 / length }, (_, i) => GRAIN_OFFSET[state.grain] + i * length);
  const years = [...new Set(cells.map(cell => yearOf(cell.month)))];
  const byMonth = new Map(cells.map(cell => [cell.month, cell]));
  const unit = trend.unit.unit === '%' ? chartTexts.percent.toLowerCase() : trend.unit.unit;
  const caption = drillTexts.everyPeriodCaption(setup.question.replace(/[?]$/, ''), view.name, unit);
  const id = 'perioder';
  return html`<details>
    <summary>${drillTexts.everyPeriod(cells.length, chartTexts.kindOfGrain[state.grain])}</summary>
    <p class="cap" id="${id}">
      ${caption} ${cells.some(open) ? drillTexts.openNote : nothing}
      ${cells.some(cell => revisedCell(cell, view) !== null) ? revisedTexts.note : nothing}${setup.example ? html` <span class="tag">${statusTexts.mark.example}</span>` : nothing}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="months" aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${drillTexts.year}</th>
            ${columns.map(column => html`<th scope="col">${isBelowYear(state.grain) ? columnName(column, length) : drillTexts.grains[state.grain]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${years.map(
            year =>
              html`<tr>
                <th scope="row">${state.grain === 'school-year' ? writePeriod(state.grain, year * 12) : String(year)}</th>
                ${columns.map(column => html`<td>${cellText(tools, byMonth.get(year * 12 + column), view)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${revisedTable(tools, view)} ${eventTable(tools, view)} ${outlookTables(tools, view)}
  </details>`;
}

const open = (cell: SeriesCell): boolean => cell.value !== null && !isSettled(cell, false);

const columnName = (column: number, length: number): string =>
  length === 1 ? monthNameShort(column) : `${monthNameShort(column)}–${monthNameShort(column + length - 1)}`;

function cellText(tools: TemplateTools, cell: SeriesCell | undefined, view: DrillView): unknown {
  const { html, nothing } = tools;
  if (cell === undefined) return nothing;
  if (cell.value === null) return html`<span class="flagged">${statusTexts.flagShort[cell.flag ?? 'missing']}</span>`;
  const revised = revisedCell(cell, view);
  const printed = formatNumber(cell.value, view.trend.unit.decimals);
  const text = revised === null ? printed : html`<span class="nowrap">${revisedTexts.change(revised)}</span>`;
  if (open(cell)) return html`<i>${text}</i>`;
  const unusual = view.trend.outlook?.unusual.find(({ month }) => month === cell.month);
  return unusual ? html`${signalMark(tools, unusual)} ${text}<span class="vh">, ${outlookTexts.cause[unusual.cause]}</span>` : text;
}
