import { drawSpark } from '../charts/draw-small.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { goes, judgedFigure, metricPageOf, seriesAt, targetClause, trendWord, trendWords } from '../judged-figure.ts';
import { limitToDraw } from '../target-spans.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedIndicator } from '../site-index.ts';
import { limitWords, shortValue, statusWord } from '../words.ts';
import { isAboutWhole, membersOf } from '../place-of.ts';
import { overviewTexts } from '#texts/overview.ts';
import { placeLink } from './place-link.ts';
import { statusMark } from './status-mark.ts';
import { markTags } from './tags.ts';
import { capital } from '#texts/numeral.ts';

const MOST = 5;

/** Indicators that need attention: not met (or not foreseen to be) first, then partly, then those that got worse or stand out. */
export function needsAttention(context: PageContext): readonly PlacedIndicator[] {
  const weight = ({ indicator }: PlacedIndicator): number =>
    (indicator.status === 'not-met' ? 6 : indicator.status === 'partly' ? 3 : 0) +
    (goes(indicator.trend, 'worse') ? 1 : 0) +
    (isUnusual(context, indicator) ? 1 : 0);
  return pick(context, placed => {
    const { status } = placed.indicator;
    return status === 'not-assessable' || (status === 'met' && !isUnusual(context, placed.indicator)) ? 0 : weight(placed);
  });
}

/** True for an indicator whose latest period stands out in the wrong direction, on the list of its level. */
const isUnusual = (context: PageContext, indicator: JudgedIndicator): boolean =>
  isAboutWhole(context, indicator) &&
  context.site.attention.some(({ items }) => items.some(({ metric, place }) => metric === indicator.metric && place === indicator.place));

/** Indicators that reach their target, those that got better first. */
export function goesWell(context: PageContext): readonly PlacedIndicator[] {
  return pick(context, ({ indicator }) =>
    indicator.status === 'met' && !isUnusual(context, indicator) ? 1 + (goes(indicator.trend, 'better') ? 1 : 0) : 0,
  );
}

function pick(context: PageContext, weight: (placed: PlacedIndicator) => number): readonly PlacedIndicator[] {
  return context.indicators
    .filter(({ plan, indicator }) => !plan.ended && indicator.metric !== null)
    .map((placed, i) => ({ placed, weight: weight(placed), i }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .slice(0, MOST)
    .map(({ placed }) => placed);
}

export const watchList = (context: PageContext, page: string, picked: readonly PlacedIndicator[]): Html =>
  html`<ul class="watch">
    ${picked.map(placed => watchRow(context, page, placed))}
  </ul>`;

function watchRow(context: PageContext, page: string, { plan, goal, indicator }: PlacedIndicator): Html {
  const metric = context.metric(indicator.metric ?? '');
  const figure = judgedFigure(indicator, metric, shortValue);
  const target = metricPageOf(context, indicator.metric, indicator.place) ?? paths.goal(plan.plan, goal.id);
  const points = metric === null ? [] : seriesAt(context, metric, membersOf(context, metric, indicator.place, indicator.members));
  const marks = indicator.to_date?.marks ?? [];
  return html`<li>
    ${statusMark(indicator.status, indicator.rests_on)}
    <div>
      <a href="${link(page, target)}">${indicator.name}</a
      >${indicator.place === '*' ? nothing : html`, ${placeLink(context, page, indicator.place)}`}${markTags(marks)}
    </div>
    <div class="val">
      ${figure === null ? nothing : html`<b>${figure.value}</b>`}<span>${targetClause(context, indicator, shortLimit)}</span>${
        points.length < 3
          ? nothing
          : html`<div class="spark">${raw(context.charts.svg('spark', drawSpark(points, limitToDraw(indicator, metric!))))}</div>`
      }
    </div>
    <p class="why">
      <span class="vh">${statusWord(indicator.status, indicator.rests_on)}. </span>${
        indicator.trend && metric
          ? html`${capital(trendWord(indicator.trend))}. ${trendWords(indicator.trend, metric)}`
          : figure === null
            ? nothing
            : capital(`${figure.when}.`)
      }${isUnusual(context, indicator) ? ` ${overviewTexts.unusual}` : nothing}
    </p>
  </li>`;
}

/** A limit where there is little room. */
const shortLimit = (limit: number, unit: Unit): string => (unit.unit_id === 'sek' ? shortValue(limit, unit) : limitWords(limit, unit));
