import { drawSpark } from '../charts/draw-small.ts';
import type { Unit } from '../../pipeline/contract/format-number.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { goes, judgedFigure, metricPageOf, seriesAt, targetClause, trendWord, trendWords } from '../judged-figure.ts';
import { limitToDraw } from '../target-spans.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedIndicator } from '../site-index.ts';
import { limitWords, shortValue, statusWord } from '../words.ts';
import { membersOf, placeName } from '../place-of.ts';
import { statusMark } from './status-mark.ts';
import { markTags } from './tags.ts';
import { capital } from '../texts/numeral.ts';

const MOST = 5;

/** Indicators that need attention: not met first, then partly, then those that got worse. */
export function needsAttention(context: PageContext): readonly PlacedIndicator[] {
  const weight = ({ indicator }: PlacedIndicator): number =>
    (indicator.status === 'not-met' ? 4 : indicator.status === 'partly' ? 2 : 0) + (goes(indicator.trend, 'worse') ? 1 : 0);
  return pick(context, placed => (placed.indicator.status === 'not-assessable' || placed.indicator.status === 'met' ? 0 : weight(placed)));
}

/** Indicators that reach their target, those that got better first. */
export function goesWell(context: PageContext): readonly PlacedIndicator[] {
  return pick(context, ({ indicator }) => (indicator.status === 'met' ? 1 + (goes(indicator.trend, 'better') ? 1 : 0) : 0));
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
      <a href="${link(page, target)}">${indicator.name}${indicator.place === '*' ? '' : `, ${placeName(context, indicator.place)}`}</a
      >${markTags(marks)}
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
      }
    </p>
  </li>`;
}

/** A limit where there is little room. */
const shortLimit = (limit: number, unit: Unit): string => (unit.unit_id === 'sek' ? shortValue(limit, unit) : limitWords(limit, unit));
