import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { drawLines, letterOf, linesAxis } from '../charts/draw-lines.ts';
import type { LinesInput } from '../charts/draw-lines.ts';
import { chartTexts } from '#texts/chart.ts';
import { drillTexts } from '#texts/drill.ts';
import { outlookTexts } from '#texts/outlook.ts';
import { axisBegins, axisUnit } from './axis-words.ts';
import { downloadTemplate } from './download-template.ts';
import type { DrillView } from './drill-view.ts';
import { fileTag } from './file-tag.ts';
import { readerTemplate } from './reader-template.ts';
import type { TemplateTools } from './template-tools.ts';
import { tag } from './unit-rows-template.ts';

/** Several series in one chart, wide and narrow, and as a table. `note` is a caption's last words. */
export function linesTemplate(tools: TemplateTools, view: DrillView, lines: LinesInput, note: string): unknown {
  const { html, sized } = tools;
  const values = lines.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const [wide, narrow] = [axisBegins(lines, linesAxis(lines, 'wide')), axisBegins(lines, linesAxis(lines, 'narrow'))];
  return html`<p class="intro">
      ${axisUnit(lines, values)},
      ${chartTexts.everyGrain[lines.grain]}.${wide === narrow ? wide : html`<span class="broad">${wide}</span><span class="narrow">${narrow}</span>`}${fileTag(tools, view)}
    </p>
    <figure>
      <div class="plot broad">${sized('lines', 'wide', size => drawLines(lines, size))}</div>
      <div class="plot narrow">${sized('lines', 'narrow', size => drawLines(lines, size))}</div>
      <p class="key narrow">${lines.series.map(({ name }, i) => html`<span class="nowrap"><b>${letterOf(i)}</b>&nbsp;${name}</span> `)}</p>
      <figcaption>${drillTexts.linesCaption(lines.series.map(({ name }) => name))} ${note}</figcaption>
    </figure>
    ${readerTemplate(tools, view)} ${seriesTable(tools, view, lines)} ${downloadTemplate(tools, true)}`;
}

/** A row a period, latest first, a column a series. */
function seriesTable(tools: TemplateTools, view: DrillView, { series, unit, grain }: LinesInput): unknown {
  const { html } = tools;
  const columns = series.map(({ points }) => new Map(points.map(({ month, value }) => [month, value])));
  const months = [...new Set(series.flatMap(({ points }) => points.map(({ month }) => month)))].sort((a, b) => b - a);
  const unitText = unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit;
  const print = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : formatNumber(value, unit.decimals);
  return html`<details>
    <summary>${drillTexts.linesTable(months.length, chartTexts.kindOfGrain[grain])}</summary>
    <p class="cap" id="serier">
      ${drillTexts.everyPeriodCaption(view.setup.question.replace(/[?]$/, ''), view.name, unitText)}${tag(tools, view)}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="serier">
      <table class="figs" aria-labelledby="serier">
        <thead>
          <tr>
            <th scope="col">${outlookTexts.tableColumns.period}</th>
            ${series.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${months.map(
            month =>
              html`<tr>
                <th scope="row">${formatPeriod(grain, firstDay(month))}</th>
                ${columns.map(column => html`<td>${print(column.get(month))}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
