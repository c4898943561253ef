import { drawMultiple } from '../charts/draw-small.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { metricPageOf, targetClause } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { placeName } from '../place-of.ts';
import { drillTexts } from '#texts/drill.ts';
import { placeTexts as t } from '#texts/place.ts';
import { statusTexts } from '#texts/status.ts';
import type { UnitSeries } from '../unit-series.ts';
import { unitSeries } from '../unit-series.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

/** The units under a place as small multiples, for the few metrics that matter most; nothing where there are no units to compare. */
export function unitMultiples(context: PageContext, page: string, place: string, ranked: readonly RankedMetric[]): Html {
  const shown = unitSeries(context, place, ranked);
  if (shown.length === 0) return nothing;
  return html`<section aria-labelledby="var-for-sig">
    <h2 id="var-for-sig">${t.multiples}</h2>
    <p class="intro">${t.multiplesIntro}${exampleTag(shown.some(({ ranked: { metric } }) => metric.example))}</p>
    ${shown.map(series => multiples(context, page, place, series))}
  </section>`;
}

function multiples(
  context: PageContext,
  page: string,
  place: string,
  { ranked: { metric, indicator }, scale, units, all }: UnitSeries,
): Html {
  const key = (kind: string, name: string) => html`<span class="nowrap"><i class="sw ${kind}"></i>${name}</span> `;
  return html`<h3><a href="${link(page, metricPageOf(context, metric.id, place)!)}">${metric.name}</a></h3>
    <p class="intro">
      ${key('', drillTexts.thisUnit)}${scale.context.length > 0 ? key('sw-c', placeName(context, place)) : nothing}${
        scale.target === null || indicator === null ? nothing : key('sw-t', targetClause(context, indicator))
      }${units.length < all ? t.multiplesMore(units.length, all) : nothing}
    </p>
    <ol class="multiples">
      ${units.map(
        ({ node, points, cell }, i) =>
          html`<li class="mini">
            <h4>${placeLink(context, page, node.id)}</h4>
            ${
              cell === null || cell.value === null
                ? html`<p class="hidden-cell">${statusTexts.flag[cell?.flag ?? 'missing']}</p>`
                : html`<p><b>${formatValue(cell.value, metric)}</b>${cell.window === 'ytd' ? ` ${drillTexts.toDate}` : nothing}</p>`
            }
            ${
              points.length < 2
                ? nothing
                : html`<div class="g">
                    ${raw(
                      context.charts.svg(
                        'multiple',
                        drawMultiple(
                          points.filter(({ month }) => month >= scale.xdom[0]),
                          scale,
                          i === 0,
                        ),
                      ),
                    )}
                  </div>`
            }
          </li>`,
      )}
    </ol>`;
}
