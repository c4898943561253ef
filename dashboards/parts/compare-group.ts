import type { GroupHistory } from '../../pipeline/contract/comparisons.ts';
import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { amongAxis, drawAmong, type AmongInput, type AmongSize } from '../charts/draw-among.ts';
import { drawPile } from '../charts/draw-pile.ts';
import { drawPlaces } from '../charts/draw-places.ts';
import { drawRanked, type RankedInput } from '../charts/draw-ranked.ts';
import { formatScaled } from '../charts/level-axis.ts';
import type { ComparedMetric } from '../compare-group.ts';
import { comparedMembers, groupFragment, groupName, latestOf } from '../compare-group.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import type { PageContext } from '../page.ts';
import { chartTexts } from '#texts/chart.ts';
import { compareTexts as t } from '#texts/compare.ts';
import { compareSentence } from './compare-sentence.ts';
import { compareTable } from './compare-table.ts';

/** More members than this are not named in a chart. */
const MOST_NAMED = 30;

/** One group: the answer, its members by value, the own line among theirs, the own place through time, and every value. The answer is left out where the page begins with it. */
export function compareGroup(context: PageContext, compared: ComparedMetric, history: GroupHistory, hasAnswer: boolean): Html {
  const { metric } = compared;
  const { standing, period_start } = latestOf(history);
  const id = groupFragment(history);
  const name = groupName(history);
  const period = formatPeriod(metric.finest, period_start);
  return html`<section id="${id}" aria-labelledby="${id}-rubrik">
    <h2 id="${id}-rubrik">${standing ? t.headingPlace(standing.rank, standing.ranked, name, period) : t.headingPlain(name, period)}</h2>
    ${hasAnswer ? html`<p class="intro">${compareSentence(compared, history)}</p>` : nothing} ${members(context, compared, history, period)}
    ${overTime(context, compared, history)} ${compareTable(context, compared, history)}
  </section>`;
}

function members(context: PageContext, compared: ComparedMetric, history: GroupHistory, period: string): Html {
  const { metric, dimension } = compared;
  const shown = comparedMembers(context, compared, history).flatMap(({ id, name, row }) =>
    row === null || row.value === null ? [] : [{ name, value: row.value, own: id === dimension.own }],
  );
  if (shown.length === 0) return nothing;
  const input: RankedInput = {
    title: t.rankedTitle(metric.question, period),
    unit: metric,
    members: shown,
    spread: latestOf(history).spread,
  };
  const key = html`<p class="key">
    <span class="nowrap"><i class="sw-dot sw-own"></i>${t.rankedKey.own}</span>
    <span class="nowrap"><i class="sw-dot"></i>${t.rankedKey.other}</span>
    ${
      input.spread === null
        ? nothing
        : html`<span><i class="sw-band"></i>${t.rankedKey.band}</span>
            <span class="nowrap"><i class="sw-line"></i>${t.rankedKey.line}</span>`
    }
  </p>`;
  return shown.length <= MOST_NAMED
    ? html`<figure>
        <div class="plot ranked">${raw(context.charts.svg('ranked', drawRanked(input)))}</div>
        ${key}
        <figcaption>${t.rankedNote[metric.desired]} ${t.unweighted}</figcaption>
      </figure>`
    : html`<figure>
        <div class="plot pile broad">${raw(context.charts.svg('pile', drawPile(input, 'wide')))}</div>
        <div class="plot pile narrow">${raw(context.charts.svg('pile', drawPile(input, 'narrow')))}</div>
        ${key}
        <figcaption>${t.pileNote} ${t.unweighted}</figcaption>
      </figure>`;
}

/** Nothing where there is one period alone. */
function overTime(context: PageContext, { metric, own }: ComparedMetric, history: GroupHistory): Html {
  if (history.periods.length < 2) return nothing;
  const input: AmongInput = { title: metric.question, unit: metric, grain: metric.finest, own, periods: history.periods };
  const names = t.trendKey(own);
  const hasPlaces = history.periods.some(({ standing }) => standing !== null);
  const isWhole = history.periods.every(({ standing }) => standing !== null);
  const both = (kind: 'among' | 'places', draw: typeof drawAmong) =>
    html`<div class="plot broad">${raw(context.charts.svg(kind, draw(input, 'wide')))}</div>
      <div class="plot narrow">${raw(context.charts.svg(kind, draw(input, 'narrow')))}</div>`;
  return html`<h3>${t.trendTitle}</h3>
    <figure>
      ${both('among', drawAmong)}
      <p class="key">
        <span class="nowrap"><i class="sw"></i>${names.own}</span> <span class="nowrap"><i class="sw sw-c"></i>${names.median}</span>
        <span class="nowrap"><i class="sw-band"></i>${names.band}</span>
      </p>
      <figcaption>
        <span class="broad">${axisBegins(input, 'wide')}</span><span class="narrow">${axisBegins(input, 'narrow')}</span>
      </figcaption>
    </figure>
    ${
      hasPlaces
        ? html`<h3>${t.placesTitle}</h3>
            <figure>
              ${both('places', drawPlaces)}
              <figcaption>${isWhole ? t.placesNoteWhole : t.placesNote}</figcaption>
            </figure>`
        : html`<p class="intro">${t.noPlaces}</p>`
    }`;
}

/** Empty where the axis begins at zero. The two sizes may begin at different levels. */
function axisBegins(input: AmongInput, size: AmongSize): string {
  const { axis, magnitude } = amongAxis(input, size);
  return axis.domain[0] === 0 ? '' : chartTexts.axisBegins(formatScaled(axis.domain[0], magnitude, axis.decimals));
}
