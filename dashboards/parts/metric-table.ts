import { drawSpark } from '../charts/draw-small.ts';
import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { seriesAt, targetOf } from '../judged-figure.ts';
import { latestFlagged } from '../latest-flagged.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { limitToDraw } from '../target-spans.ts';
import { metricTexts } from '#texts/metric.ts';
import { cellWords, statusWord } from '../words.ts';
import { lifeTag } from './metric-life.ts';
import { statusMark } from './status-mark.ts';
import { exampleTag, markTags } from './tags.ts';
import { trendArrow } from './trend-arrow.ts';

/** Metrics with their latest figure, status, trend and a line of the last periods. */
export const metricTable = (
  context: PageContext,
  page: string,
  id: string,
  caption: string,
  ranked: readonly RankedMetric[],
  addressOf: (ranked: RankedMetric) => string,
): Html => {
  const t = metricTexts.columns;
  const hasTargets = ranked.some(({ indicator }) => indicator !== null);
  return html`<p class="cap" id="${id}">${caption}${exampleTag(ranked.some(({ metric }) => metric.example))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs" aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${t.metric}</th>
            <th scope="col">${t.latest}</th>
            <th scope="col">${t.toDate}</th>
            ${
              hasTargets
                ? html`<th scope="col" class="l">${t.status}</th>
                    <th scope="col" class="l">${t.target}</th>`
                : nothing
            }
            <th scope="col" class="l">${t.trend}</th>
            <th scope="col" class="l">${t.series}</th>
          </tr>
        </thead>
        <tbody>
          ${ranked.map(one => metricRow(context, one, link(page, addressOf(one)), hasTargets))}
        </tbody>
      </table>
    </div>`;
};

function metricRow(context: PageContext, { metric, facts, indicator }: RankedMetric, href: string, hasTargets: boolean): Html {
  const { latest, to_date, trend } = facts;
  const points = seriesAt(context, metric, facts.members);
  const separate = to_date !== null && latest !== null && to_date.window !== latest.window;
  return html`<tr>
    <th scope="row"><a href="${href}">${metric.name}</a>${lifeTag(context, metric)}</th>
    <td>
      ${latest === null ? whyNone(context, metric, facts.place) : html`${cellWords(latest, metric)}${markTags(latest.marks)}<br /><span class="quiet">${formatPeriodShort(latest.grain, latest.period_start)}</span>`}
    </td>
    <td>${separate ? cellWords(to_date, metric) : '–'}</td>
    ${hasTargets ? againstTarget(context, indicator) : nothing}
    <td class="l">${trend === null ? '–' : html`<span class="with-mark">${trendArrow(trend)}</span>`}</td>
    <td class="l">
      ${points.length < 3 ? nothing : html`<div class="spark">${raw(context.charts.svg('spark', drawSpark(points, indicator === null ? null : limitToDraw(indicator, metric))))}</div>`}
    </td>
  </tr>`;
}

const againstTarget = (context: PageContext, indicator: RankedMetric['indicator']): Html =>
  indicator === null
    ? html`<td class="l">–</td>
        <td class="l">–</td>`
    : html`<td class="l wraps">
          <span class="with-mark"
            >${statusMark(indicator.status, indicator.rests_on)}<span>${statusWord(indicator.status, indicator.rests_on)}</span></span
          >
        </td>
        <td class="l">${targetOf(context, indicator)}</td>`;

/** Where nothing is settled: why the last finished period has no figure. */
function whyNone(context: PageContext, metric: SiteMetric, place: string): Html {
  const cell = latestFlagged(context, metric, place);
  return cell === null ? '–' : html`<span class="flagged">${cellWords(cell, metric)}</span>`;
}
