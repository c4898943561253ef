import { drawTrend, shownPoints, trendAxis, trendEvents } from '../charts/draw-trend.ts';
import type { TrendInput } from '../charts/series.ts';
import { chartTexts } from '#texts/chart.ts';
import { axisBegins, axisUnit } from './axis-words.ts';
import { downloadTemplate } from './download-template.ts';
import { fileTag } from './file-tag.ts';
import { linesTemplate } from './lines-template.ts';
import { periodsTable } from './periods-template.ts';
import { outlookCaption } from './outlook-caption.ts';
import { readerTemplate } from './reader-template.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';

/** The chart, wide and narrow, with what it needs to be read, and every period as a table. `note` is a caption's last words. */
export function trendTemplate(tools: TemplateTools, view: DrillView, note: string): unknown {
  const { html, nothing, sized } = tools;
  const { trend, lines } = view;
  if (lines !== null) return linesTemplate(tools, view, lines, note);
  if (trend.points.length === 0)
    return html`<p class="empty">${chartTexts.noValues}</p>
      ${periodsTable(tools, view)}`;
  const shown = shownPoints(trend.points, 'narrow').length;
  const all = shownPoints(trend.points, 'wide').length;
  const kind = chartTexts.kindOfGrain[trend.grain];
  return html`<p class="intro">${axisWords(tools, view)}${fileTag(tools, view)}</p>
    <figure>
      <div class="plot broad">${sized('trend', 'wide', size => drawTrend(trend, size))}</div>
      <div class="plot narrow">${sized('trend', 'narrow', size => drawTrend(trend, size))}</div>
      ${
        trend.context
          ? html`<p class="key narrow">
              <span class="nowrap"><i class="sw"></i>${view.name}</span>
              <span class="nowrap"><i class="sw sw-c"></i>${trend.context.name}</span>
            </p>`
          : nothing
      }
      <figcaption>
        ${outlookCaption(tools, trend)}${trend.points.some(point => point.open && point.value !== null) ? `${chartTexts.openPoints} ` : ''}${shown < all ? html`<span class="narrow">${chartTexts.narrowShows(shown, all, kind)} </span>` : nothing}${note}
        ${eventList(tools, trend)}
      </figcaption>
    </figure>
    ${readerTemplate(tools, view)} ${periodsTable(tools, view)} ${downloadTemplate(tools, true)}`;
}

/** What the chart's numbered ticks are, in words. The two sizes may have different ones. */
function eventList({ html, nothing }: TemplateTools, trend: TrendInput): unknown {
  const [wide, narrow] = [trendEvents(trend, 'wide'), trendEvents(trend, 'narrow')];
  const list = (events: typeof wide) => html`${events.map(({ number, words }) => html` <b>${number}</b>&nbsp;${words}.`)}`;
  if (wide.length === 0) return nothing;
  if (narrow.length === wide.length) return list(wide);
  return html`<span class="broad">${list(wide)}</span><span class="narrow">${list(narrow)}</span>`;
}

/** `Procent, per månad. Axeln börjar på 4 %.` The two sizes may begin at different levels. */
function axisWords({ html }: TemplateTools, { trend }: DrillView): unknown {
  const values = shownPoints(trend.points, 'wide').map(({ value }) => value ?? 0);
  const [wide, narrow] = [axisBegins(trend, trendAxis(trend, 'wide')), axisBegins(trend, trendAxis(trend, 'narrow'))];
  return html`${axisUnit(trend, values)},
  ${chartTexts.everyGrain[trend.grain]}.${wide === narrow ? wide : html`<span class="broad">${wide}</span><span class="narrow">${narrow}</span>`}`;
}
