import { drillTexts as t } from '#texts/drill.ts';
import type { DrillView } from './drill-view.ts';
import { readMonths, readPoint } from './read-point.ts';
import type { TemplateTools } from './template-tools.ts';

/** A control that goes through the chart's periods, by key or touch, and says each. */
export function readerTemplate({ html, nothing }: TemplateTools, view: DrillView): unknown {
  const months = readMonths(view, 'wide');
  if (months.length < 2) return nothing;
  const foretold = view.lines === null ? (view.trend.outlook?.foretold.length ?? 0) : 0;
  const latest = months.length - 1 - foretold;
  const { text } = readPoint(view, 'wide', months[latest]!);
  return html`<p class="reader scripted">
    <label
      >${t.reader}
      <input type="range" data-read min="0" max="${months.length - 1}" value="${latest}" aria-valuetext="${text}" autocomplete="off"
    /></label>
    <output>${text}</output>
  </p>`;
}
