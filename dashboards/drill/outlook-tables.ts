import { formatPeriod, formatSpan } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { firstDay, GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import type { UnusualPoint } from '../charts/series.ts';
import { chartTexts } from '#texts/chart.ts';
import { outlookTexts as t } from '#texts/outlook.ts';
import type { DrillView } from './drill-view.ts';
import { drawFigureTable } from './figure-table.ts';
import type { TemplateTools } from './template-tools.ts';

/** Periods after each other that stand out for the same cause. */
export interface UnusualRun extends UnusualPoint {
  last: Month;
}

/** Runs of at most one row each, in time order. `step` is the months of a period. */
export function unusualRuns(points: readonly UnusualPoint[], step: number): UnusualRun[] {
  const runs: UnusualRun[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run.cause === point.cause && run.type === point.type && run.last + step === point.month) run.last = point.month;
    else runs.push({ ...point, last: point.month });
  }
  return runs;
}

/** What stands out, and what is foretold, as tables; nothing where there is neither. */
export function outlookTables(tools: TemplateTools, view: DrillView): unknown {
  const { html, nothing } = tools;
  const { outlook, unit, grain, points } = view.trend;
  if (outlook === null) return nothing;
  const { unusual, foretold } = outlook;
  const unitText = unit.unit === '%' ? chartTexts.percent.toLowerCase() : unit.unit;
  const print = (value: number | null): string => (value === null ? '–' : formatNumber(value, unit.decimals));
  const values = (run: UnusualRun): string => {
    const inRun = points.flatMap(({ month, value }) => (value !== null && month >= run.month && month <= run.last ? [value] : []));
    const [low, high] = [print(Math.min(...inRun)), print(Math.max(...inRun))];
    return low === high ? low : t.between(low, high);
  };
  const runs = unusualRuns(unusual, GRAIN_MONTHS[grain]).map(
    run =>
      html`<tr>
        <th scope="row">${formatSpan(run.month, run.last + GRAIN_MONTHS[grain] - 1)}</th>
        <td>${values(run)}</td>
        <td class="l">${t.cause[run.cause]}</td>
        <td class="l">${signalMark(tools, run)} ${t.direction[run.type]}</td>
      </tr>`,
  );
  const ahead = foretold.map(
    ({ month, value, low, high }) =>
      html`<tr>
        <th scope="row">${formatPeriod(grain, firstDay(month))}</th>
        ${[value, low, high].map(number => html`<td>${print(number)}</td>`)}
      </tr>`,
  );
  return html`${runs.length === 0 ? nothing : drawFigureTable(tools, { id: 'avvikelser', caption: t.tableCaption(unitText), columns: Object.values(t.tableColumns), words: 2, short: true }, runs)}${ahead.length === 0 ? nothing : drawFigureTable(tools, { id: 'prognos', caption: t.forecastCaption(unitText), columns: Object.values(t.forecastColumns), short: true }, ahead)}`;
}

/** The mark of a point that stands out, as the chart draws it; the words stand beside it. */
export const signalMark = ({ html }: TemplateTools, { type }: Pick<UnusualPoint, 'type'>): unknown =>
  html`<i class="sig ${type === 'special_cause_concern' ? 'sig-worse' : type === 'special_cause_improvement' ? 'sig-better' : ''}"></i>`;
