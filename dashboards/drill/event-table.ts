import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { firstDay, GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import type { DrillView } from './drill-view.ts';
import { drawFigureTable } from './figure-table.ts';
import type { TemplateTools } from './template-tools.ts';

/** What happened in the shown periods: the period, its figure and what it was. Nothing without any. */
export function eventTable(tools: TemplateTools, { trend: { events, grain, unit }, cells }: DrillView): unknown {
  const { html, nothing } = tools;
  const rows = events.flatMap(({ first, words }) => {
    const cell = cells.find(({ month }) => month <= first && first < month + GRAIN_MONTHS[grain]);
    return cell === undefined
      ? []
      : [
          html`<tr>
            <th scope="row">${formatPeriod(grain, firstDay(cell.month))}</th>
            <td>${cell.value === null ? '–' : formatNumber(cell.value, unit.decimals)}</td>
            <td class="l wraps">${words}</td>
          </tr>`,
        ];
  });
  const head = {
    id: 'handelser',
    caption: chartTexts.eventCaption,
    columns: Object.values(chartTexts.eventColumns),
    words: 2,
    short: true,
  };
  return rows.length === 0 ? nothing : drawFigureTable(tools, head, rows);
}
