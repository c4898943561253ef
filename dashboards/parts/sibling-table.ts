import { formatPeriodShort, formatSpanShort } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { monthOf, periodStart } from '../../pipeline/contract/period.ts';
import { drawStrip } from '../charts/draw-small.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing, raw } from '../html.ts';
import { metricPageOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { placeName } from '../place-of.ts';
import { siblingsOf } from '../place-tree.ts';
import type { SiblingStanding } from '../siblings.ts';
import { siblingStandings } from '../siblings.ts';
import { figureTexts } from '#texts/figure.ts';
import { placeTexts as t } from '#texts/place.ts';
import { cellWords } from '../words.ts';
import { figureTable } from './figure-table.ts';
import { placeLink } from './place-link.ts';
import { exampleTag } from './tags.ts';

/** A place beside those under the same parent: its figure, theirs as dots, its place among them; nothing where none can be compared. */
export function siblingTable(context: PageContext, page: string, node: HierarchyNode, ranked: readonly RankedMetric[]): Html {
  const standings = siblingStandings(context, node, ranked);
  if (standings.length === 0) return nothing;
  const siblings = siblingsOf(context, node);
  const others = node.parent === null ? t.otherBoards(siblings.length) : t.otherUnits(siblings.length, placeName(context, node.parent));
  const caption = html`${t.siblingsCaption(others)}${exampleTag(standings.some(({ metric }) => metric.example))}`;
  return html`<section aria-labelledby="bredvid">
    <h2 id="bredvid">${t.siblings}</h2>
    ${figureTable(
      'bredvid-tabell',
      caption,
      Object.values(t.siblingColumns),
      standings.map(standing => standingRow(context, page, node, standing)),
    )}
    <p class="links">
      ${node.parent === null ? html`<a href="${link(page, paths.boards)}">${t.allBoards}</a>` : nothing}${siblings.map(({ id }) => placeLink(context, page, id))}
    </p>
  </section>`;
}

function standingRow(context: PageContext, page: string, node: HierarchyNode, standing: SiblingStanding): Html {
  const { metric, cell, others, hidden, median, rank } = standing;
  const href = metricPageOf(context, metric.id, node.id)!;
  return html`<tr>
    <th scope="row"><a href="${link(page, href)}">${metric.name}</a></th>
    <td>
      ${cell.value === null ? html`<span class="flagged">${cellWords(cell, metric)}</span>` : formatValue(cell.value, metric)}<br /><span
        class="quiet"
        >${periodWords(cell)}</span
      >
    </td>
    <td>${rank === null ? '–' : t.rank(rank, others.length + 1)}</td>
    <td>${formatValue(median, metric)}${hidden === 0 ? nothing : html`<br /><span class="quiet">${t.hiddenOthers(hidden)}</span>`}</td>
    <td>${cell.value === null ? '–' : strip(context, metric, cell.value, others)}</td>
  </tr>`;
}

const strip = (context: PageContext, metric: SiblingStanding['metric'], own: number, members: SiblingStanding['others']): Html =>
  html`<div class="strip">${raw(context.charts.svg('strip', drawStrip({ name: metric.name, own, members }, metric, t.here)))}</div>`;

/** A cumulative figure is about its year so far. */
function periodWords({ grain, window, period_start, period_end, marks }: Observation): string {
  const period = formatPeriodShort(grain, period_start);
  if (window === 'period') return marks.includes('partial') ? figureTexts.soFar(period) : period;
  const last = monthOf(period_end);
  return formatSpanShort(periodStart(last, 'year'), last);
}
