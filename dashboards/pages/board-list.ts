import { rankedMetrics } from '../goal-metrics.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { countStatuses } from '../judged-figure.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { statusMark } from '../parts/status-mark.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { boardTexts as t } from '#texts/board.ts';
import { layoutTexts } from '#texts/layout.ts';
import { overviewTexts } from '#texts/overview.ts';
import { goalsWithin } from '../place-tree.ts';

/** Every board with its goals' marks. */
export function boardListPage(context: PageContext): Page {
  const path = paths.boards;
  const example = context.goals.some(({ goal }) => goal.example);
  const body = html`<h1>${t.listTitle}</h1>
    <p class="lede">${t.listLede}</p>
    <section aria-label="${t.listTitle}">
      <p class="cap" id="namnder">${t.listCaption}${exampleTag(example)}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="namnder">
        <table class="figs" aria-labelledby="namnder">
          <thead>
            <tr>
              <th scope="col">${context.place?.levels[context.boards[0]?.level ?? ''] ?? t.board}</th>
              <th scope="col" class="l">${t.goalsColumn}</th>
              <th scope="col">${t.metricsColumn}</th>
            </tr>
          </thead>
          <tbody>
            ${context.boards.map(
              board =>
                html`<tr>
                  <th scope="row"><a href="${link(path, paths.board(board.id))}">${board.name}</a></th>
                  <td class="l">${marks(context, board.id)}</td>
                  <td>${String(rankedMetrics(context, board.id).length)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  return layout(context, { path, title: t.listTitle, menu: 'boards', crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

function marks(context: PageContext, board: string): Html {
  const goals = goalsWithin(context, board);
  if (goals.length === 0) return '–';
  return html`<div class="marks" aria-hidden="true">${goals.map(({ goal }) => statusMark(goal.status, goal.rests_on))}</div>
    <span class="quiet">${overviewTexts.counts(countStatuses(goals.map(({ goal }) => goal)))}</span>`;
}
