import { chartTexts } from '#texts/chart.ts';
import { drillTexts } from '#texts/drill.ts';
import { statusTexts } from '#texts/status.ts';
import { revisedTexts } from '#texts/revised.ts';
import { MOST_BESIDE } from './drill-hash.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';
import { isRevised, unitColumns } from './unit-columns.ts';
import type { LinkOf } from './unit-row-template.ts';
import { canPick, unitRow } from './unit-row-template.ts';
import type { UnitTable } from './unit-table.ts';

/** The table of units, its `most` first rows: the row they add up to, and a row each. */
export function unitRows(tools: TemplateTools, view: DrillView, table: UnitTable, linkOf: LinkOf, most: number): unknown {
  const { html, nothing } = tools;
  const { unit } = view.trend;
  const unitText = unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit;
  const { columns, left } = unitColumns(tools, view, table);
  return html`<p class="cap" id="enhetstabell">
      ${drillTexts.tableCaption(unitText)}${left.length === 0 ? nothing : ` ${drillTexts.columnsLeft(left)}`}${isRevised(table, view) ? ` ${revisedTexts.note}` : nothing}${tag(tools, view)}${canPick(table) ? html` <span class="scripted">${drillTexts.pickIntro(MOST_BESIDE)}</span>` : nothing}
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
          ${table.rows.slice(0, most).map(unitRow(tools, view, table, linkOf))}
        </tbody>
      </table>
    </div>`;
}

/** The tag of invented figures, where they are. */
export const tag = ({ html, nothing }: TemplateTools, view: DrillView): unknown =>
  view.setup.example ? html` <span class="tag">${statusTexts.mark.example}</span>` : nothing;
