import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { revisedTexts as t } from '#texts/revised.ts';
import type { DrillView } from './drill-view.ts';
import { drawFigureTable } from './figure-table.ts';
import { revisedCell } from './revised-cell.ts';
import type { TemplateTools } from './template-tools.ts';

/** The shown periods whose figures print otherwise than they were reported: then, now and in which follow-up. Nothing without any. */
export function revisedTable(tools: TemplateTools, view: DrillView): unknown {
  const { html, nothing } = tools;
  const { unit, grain } = view.trend;
  const rows = view.cells.flatMap(cell => {
    const revised = revisedCell(cell, view);
    return revised === null
      ? []
      : [
          html`<tr>
            <th scope="row">${formatPeriod(grain, firstDay(cell.month))}</th>
            <td>${revised.was}</td>
            <td>${revised.now}</td>
            <td class="l">${revised.followUp}</td>
            <td class="l wraps">${t.because(revised.causes)}</td>
          </tr>`,
        ];
  });
  if (rows.length === 0) return nothing;
  const caption = t.caption(unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit);
  return drawFigureTable(tools, { id: 'reviderade', caption, columns: Object.values(t.columns), words: 3, short: true }, rows);
}
