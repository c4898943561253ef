import { drawStrip } from '../charts/draw-small.ts';
import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { isBeforeTarget } from '../../pipeline/contract/before-target.ts';
import { formatNumber, formatValue } from '../../pipeline/contract/format-number.ts';
import type { MetricFacts } from '../../pipeline/contract/facts.ts';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { judgedFigure, targetOf, targetPeriod, trendWords } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { figureTexts } from '#texts/figure.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { statusTexts } from '#texts/status.ts';
import { cellWords, statusWord } from '../words.ts';
import { figureTags } from './figure-tags.ts';
import { statusMark } from './status-mark.ts';
import { trendArrow } from './trend-arrow.ts';
import { capital } from '#texts/numeral.ts';

/** Level, status against the target, direction of travel, comparison: facts beside each other, none made of another. */
export const metricFacts = (context: PageContext, metric: SiteMetric, facts: MetricFacts, indicators: readonly JudgedIndicator[]): Html =>
  html` <dl class="facts">
    ${level(context, metric, facts)}
    ${
      indicators.length === 0
        ? nothing
        : html`<div>
            <dt>${t.against(targetPeriod(indicators[0]!))}</dt>
            ${indicators.map(indicator => againstTarget(context, metric, facts, indicator))}
          </div>`
    }
    ${
      facts.trend
        ? html`<div class="wide">
            <dt>${t.trend}</dt>
            <dd>
              <div class="say">${trendArrow(facts.trend, 'large')}</div>
              <p>${trendWords(facts.trend, metric)}</p>
            </dd>
          </div>`
        : nothing
    }
    ${comparison(context, metric, facts)}
  </dl>`;

function level(context: PageContext, metric: SiteMetric, { latest, margin, to_date }: MetricFacts): Html {
  if (latest === null)
    return html`<div>
      <dt>${t.noFigures}</dt>
      <dd><span class="figure">–</span></dd>
    </div>`;
  const sameRow = to_date !== null && to_date.grain === latest.grain && to_date.window === latest.window;
  return html`<div>
    <dt>${capital(formatPeriod(latest.grain, latest.period_start))}</dt>
    <dd>
      <span class="figure">${cellWords(latest, metric)}</span
      >${margin === null ? nothing : html` ${t.margin(formatValue(margin, metric))}`}${figureTags(context, metric, latest)}${
        to_date === null || sameRow ? nothing : html`<p>${t.toDate(cellWords(to_date, metric))}${figureTags(context, metric, to_date)}</p>`
      }
    </dd>
  </div>`;
}

function againstTarget(context: PageContext, metric: SiteMetric, facts: MetricFacts, indicator: JudgedIndicator): Html {
  const target = figureTexts.target(targetOf(context, indicator));
  const rest = [
    ...judgedOn(metric, facts, indicator),
    ...(indicator.forecast !== null && indicator.rests_on === 'forecast' ? [forecastWords(metric, indicator.forecast, indicator)] : []),
    ...(indicator.status === 'not-assessable' ? [figureTexts.because(statusTexts.reason[indicator.reason ?? 'no-outcome'])] : []),
  ];
  return html`<dd>
    <div class="say">${statusMark(indicator.status, indicator.rests_on, true)}${statusWord(indicator.status, indicator.rests_on)}</div>
    <p>${[target, ...rest].join(' ')}</p>
  </dd>`;
}

/** The forecast as printed, with its interval where that is known and is wider than what is printed. */
function forecastWords(metric: SiteMetric, forecast: number, { foretold }: JudgedIndicator): string {
  const value = formatValue(forecast, metric);
  if (foretold === null || foretold.low === null || foretold.high === null) return figureTexts.forecast(value);
  const [low, high] = [formatNumber(foretold.low, metric.decimals), formatNumber(foretold.high, metric.decimals)];
  return low === high ? figureTexts.forecast(value) : figureTexts.forecastBetween(value, low, high);
}

/** The figure that the status is about, where that is not one of those above, or is of an earlier period than the target. */
function judgedOn(metric: SiteMetric, { latest, to_date }: MetricFacts, indicator: JudgedIndicator): string[] {
  const figure = judgedFigure(indicator, metric);
  const end = indicator.value === null ? indicator.to_date?.through : indicator.period_end;
  const isHeadline = [latest?.period_end, to_date?.period_end].includes(end ?? undefined) && !isBeforeTarget(indicator);
  return figure === null || isHeadline ? [] : [figureTexts.outcome(figure.value, figure.when)];
}

function comparison(context: PageContext, metric: SiteMetric, { comparison: fact }: MetricFacts): Html {
  if (fact === null) return nothing;
  const all = fact.members.length;
  const words = fact.better_than === null ? t.of(all) : t.betterThan(fact.better_than, all);
  return html`<div class="wide">
    <dt>${t.comparison(fact.name, formatPeriod(metric.finest, fact.period_start))}</dt>
    <dd>
      <div class="say">${words}</div>
      <div class="strip">${raw(context.charts.svg('strip', drawStrip(fact, metric, t.own(context.site.municipality.name))))}</div>
      <p>${t.median(formatValue(fact.median, metric))}</p>
    </dd>
  </div>`;
}
