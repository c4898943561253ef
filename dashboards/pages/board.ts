import { formatDay } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Day } from '../../pipeline/contract/period.ts';
import { budgetYears } from '../budget-rows.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import { rankedMetrics } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { budgetTable } from '../parts/budget-table.ts';
import { goalRows } from '../parts/goal-row.ts';
import { lateAssignments } from '../parts/late-assignments.ts';
import { layout } from '../parts/layout.ts';
import { metricTable } from '../parts/metric-table.ts';
import { signalList } from '../parts/signal-list.ts';
import { exampleTag } from '../parts/tags.ts';
import { membersOf } from '../place-of.ts';
import { link, paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { boardTexts as t } from '../texts/board.ts';
import { layoutTexts } from '../texts/layout.ts';
import { overviewTexts } from '../texts/overview.ts';
import { statusTexts } from '../texts/status.ts';

/** A board: its goals, its metrics worst first, its units. */
export function boardPage(context: PageContext, board: HierarchyNode): Page {
  const path = paths.board(board.id);
  const goals = goalsUnder(context, board.id).filter(({ plan }) => !plan.ended);
  const ranked = rankedMetrics(context, board.id);
  const body = html`<h1>${board.name}</h1>
    <p class="lede">${t.lede(goals.length, ranked.length)}</p>
    <section aria-labelledby="mal">
      <h2 id="mal">${t.goals}</h2>
      ${
        goals.length === 0
          ? html`<p class="empty">${t.noGoals}</p>`
          : html`<p class="intro">${overviewTexts.marksKey}${exampleTag(goals.some(({ goal }) => goal.example))}</p>
              ${goalRows(context, path, goals)}`
      }
    </section>
    ${lateAssignments(context, path, place => context.boardOf(place)?.id === board.id)}
    <section aria-labelledby="nyckeltal">
      <h2 id="nyckeltal">${t.metrics}</h2>
      ${
        ranked.length === 0
          ? html`<p class="empty">${t.noMetrics}</p>`
          : metricTable(context, path, 'nyckeltal-tabell', t.metricsCaption, ranked, ({ metric }) => paths.metricAt(metric.id, board.id))
      }
    </section>
    ${signalList(context, path, board.id)} ${budgetYears(context, board.id).map(year => budgetTable(year, context.site.as_of.slice(0, 4)))}
    ${units(context, path, board, ranked)}`;
  const crumbs: [string, string][] = [
    [layoutTexts.menu.overview, paths.overview],
    [t.listTitle, paths.boards],
  ];
  return layout(context, { path, title: board.name, menu: 'boards', crumbs, body });
}

/** Goals of a board and of everything under it. */
export const goalsUnder = (context: PageContext, board: string): readonly PlacedGoal[] =>
  context.goals.filter(({ goal }) => goal.place !== '*' && context.boardOf(goal.place)?.id === board);

/** Every unit under the board, a column a metric: the year to date, or the latest period. */
function units(context: PageContext, path: string, board: HierarchyNode, ranked: readonly RankedMetric[]): Html {
  const nodes = descendants(context, board.id, 0);
  if (nodes.length === 0 || ranked.length === 0) return nothing;
  const days = (context.place?.nodes ?? []).map(node => node.valid_from ?? '');
  const beginning = days.reduce((first, day) => (day < first ? day : first));
  const value = ({ metric }: RankedMetric, node: string): Html => {
    const facts = context.facts(metric, node);
    const cell = facts?.to_date ?? facts?.latest ?? latestFlagged(context, metric, node);
    if (cell === null) return '–';
    return cell.value === null
      ? html`<span class="flagged">${statusTexts.flagShort[cell.flag ?? 'missing']}</span>`
      : formatValue(cell.value, metric);
  };
  return html`<section aria-labelledby="enheter">
    <h2 id="enheter">${t.units}</h2>
    <p class="cap" id="enhetstabell">${t.unitsCaption}${exampleTag(ranked.some(({ metric }) => metric.example))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="enhetstabell">
      <table class="figs" aria-labelledby="enhetstabell">
        <thead>
          <tr>
            <th scope="col">${t.unit}</th>
            ${ranked.map(({ metric }) => html`<th scope="col"><a href="${link(path, paths.metricAt(metric.id, board.id))}">${metric.name}</a></th>`)}
          </tr>
        </thead>
        <tbody>
          ${nodes.map(
            ({ node, depth }) =>
              html`<tr>
                <th scope="row" class="depth-${Math.min(depth, 3)}">${node.name}${stay(node, beginning)}</th>
                ${ranked.map(one => html`<td>${value(one, node.id)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Where nothing is settled: the last finished period's flag says why. */
const latestFlagged = (context: PageContext, metric: SiteMetric, node: string): Observation | null =>
  context
    .cells(metric, metric.finest, 'period', membersOf(context, metric, node))
    .findLast(({ flag, marks }) => flag !== null && !marks.includes('partial')) ?? null;

function descendants(context: PageContext, id: string, depth: number): { node: HierarchyNode; depth: number }[] {
  return context.children(id).flatMap(node => [{ node, depth }, ...descendants(context, node.id, depth + 1)]);
}

/** When a unit came or went, for those that have not been there since `beginning`. */
const stay = ({ valid_from, valid_to }: HierarchyNode, beginning: Day): Html => {
  const words = [
    ...(valid_from === null || valid_from <= beginning ? [] : [t.opened(formatDay(valid_from))]),
    ...(valid_to === null ? [] : [t.closed(formatDay(valid_to))]),
  ];
  return words.length === 0 ? nothing : html` <span class="quiet">${words.join(', ')}</span>`;
};
