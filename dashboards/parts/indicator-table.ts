import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import { differenceUnit, formatSigned, formatValue } from '../../pipeline/contract/format-number.ts';
import { deviationOf, judgedFigure, metricPageOf, targetOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import type { PlacedIndicator } from '../site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { statusTexts } from '#texts/status.ts';
import { partlyWords, statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';
import { exampleTag, markTags } from './tags.ts';
import { trendArrow } from './trend-arrow.ts';
import { capital } from '#texts/numeral.ts';

/** What stands in the first column, where it leads, and what is said under it. */
export interface RowName {
  text: string;
  target: string | null;
  note: string | null;
}

/** Indicators with status, figure, target and trend, and how far from the target. `nameOf` says what stands in the first column, and where it leads. */
export const indicatorTable = (
  context: PageContext,
  page: string,
  id: string,
  caption: string,
  indicators: readonly PlacedIndicator[],
  head: string = t.indicator,
  nameOf: (placed: PlacedIndicator) => RowName = placed => ({
    text: placed.indicator.name,
    target: metricPageOf(context, placed.indicator.metric, placed.indicator.place),
    note: null,
  }),
  showsDeviation = false,
): Html =>
  html` <p class="cap" id="${id}">${caption}${exampleTag(indicators.some(({ indicator }) => indicator.example))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs" aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${head}</th>
            <th scope="col" class="l">${t.status}</th>
            <th scope="col">${t.figure}</th>
            <th scope="col" class="l">${t.target}</th>
            ${showsDeviation ? html`<th scope="col">${t.deviation}</th>` : nothing}
            <th scope="col" class="l">${t.trend}</th>
          </tr>
        </thead>
        <tbody>
          ${indicators.map(placed => indicatorRow(context, page, placed, nameOf(placed), showsDeviation))}
        </tbody>
      </table>
    </div>`;

function indicatorRow(context: PageContext, page: string, { indicator }: PlacedIndicator, name: RowName, showsDeviation: boolean): Html {
  const metric = indicator.metric === null ? null : context.metric(indicator.metric);
  const figure = judgedFigure(indicator, metric);
  const forecast =
    metric !== null && indicator.forecast !== null && indicator.rests_on === 'forecast' ? formatValue(indicator.forecast, metric) : null;
  const partly = partlyWords(indicator.target, metric);
  return html`<tr id="indikator-${indicator.id}">
    <th scope="row">
      ${name.target === null ? name.text : html`<a href="${link(page, name.target)}">${name.text}</a>`}${name.note === null ? nothing : html`<br /><span class="quiet">${name.note}</span>`}
    </th>
    <td class="l wraps">
      <span class="with-mark"
        >${statusMark(indicator.status, indicator.rests_on)}<span
          >${statusWord(indicator.status, indicator.rests_on)}${
            indicator.status === 'not-assessable'
              ? html`<br /><span class="quiet">${statusTexts.reason[indicator.reason ?? 'no-outcome']}</span>`
              : nothing
          }</span
        ></span
      >
    </td>
    <td>
      ${figure === null ? '–' : html`${figure.value}${markTags(indicator.to_date?.marks ?? [])}<br /><span class="quiet">${figure.when}</span>`}${forecast === null ? nothing : html`<br /><span class="quiet">${t.forecast(forecast)}</span>`}
    </td>
    <td class="l wraps">
      ${capital(targetOf(context, indicator))}${partly === null ? nothing : html`<br /><span class="quiet">${partly}</span>`}${hasTarget(indicator) ? html`<br /><span class="quiet">${t.by(formatDay(indicator.by))}</span>` : nothing}
    </td>
    ${showsDeviation ? html`<td class="wraps">${deviationWords(indicator, metric)}</td>` : nothing}
    <td class="l">${indicator.trend === null ? '–' : html`<span class="with-mark">${trendArrow(indicator.trend)}</span>`}</td>
  </tr>`;
}

function deviationWords(indicator: JudgedIndicator, metric: SiteMetric | null): string {
  const deviation = deviationOf(indicator, metric);
  return metric === null || deviation === null ? '–' : `${formatSigned(deviation, metric.decimals)} ${differenceUnit(metric)}`.trim();
}
