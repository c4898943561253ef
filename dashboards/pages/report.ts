import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { budgetYears } from '../budget-rows.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { metricPageOf } from '../judged-figure.ts';
import type { Page, PageContext } from '../page.ts';
import { budgetTable } from '../parts/budget-table.ts';
import { decisionList } from '../parts/decision-list.ts';
import { indicatorTable } from '../parts/indicator-table.ts';
import { lateAssignments } from '../parts/late-assignments.ts';
import { layout } from '../parts/layout.ts';
import { metricTable } from '../parts/metric-table.ts';
import { placeActions } from '../parts/place-actions.ts';
import { reportAnswer } from '../parts/report-answer.ts';
import { reportBoards } from '../parts/report-boards.ts';
import { reportDeviations } from '../parts/report-deviations.ts';
import { reportGoals } from '../parts/report-goals.ts';
import { signalList } from '../parts/signal-list.ts';
import { freshnessTable } from '../parts/source-table.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { isWithin } from '../place-tree.ts';
import { mayHide, reportsOf, reportSources, reportTitle, type Report } from '../report/report.ts';
import { boardTexts } from '#texts/board.ts';
import { layoutTexts } from '#texts/layout.ts';
import { overviewTexts } from '#texts/overview.ts';
import { reportTexts as t } from '#texts/report.ts';
import { statusTexts } from '#texts/status.ts';

/** The report of the whole or of a board: the site's own figures in the order of a report, to be read, printed and filed. */
export function reportPage(context: PageContext, report: Report): Page {
  const { board, place } = report;
  const path = paths.report(place);
  const { metrics, goals } = report;
  const year = context.site.as_of.slice(0, 4);
  const body = html`${reportAnswer(context, path, report)} ${reportGoals(context, path, goals)} ${indicators(context, path, report)}
  ${reportDeviations(context, path, report)} ${signalList(context, path, place)}
  ${lateAssignments(context, path, to => place === '*' || (to !== '*' && isWithin(context, to, place)))}
  ${
    metrics.length === 0
      ? nothing
      : html`<section aria-labelledby="nyckeltal">
          <h2 id="nyckeltal">${t.metrics}</h2>
          ${metricTable(context, path, 'nyckeltal-tabell', t.metricsCaption, metrics, ({ metric }) => metricPageOf(context, metric.id, place)!)}
        </section>`
  }
  ${budgetYears(context, place).map(budget => budgetTable(budget, year))} ${placeActions(context, path, place)}
  ${
    board === null
      ? reportBoards(
          context,
          path,
          reportsOf(context).filter(one => one.board !== null),
        )
      : nothing
  }
  ${goals.length === 0 ? nothing : decisionList(context, goals)} ${sources(context, path, report)}`;
  const crumbs: [string, string][] = [[layoutTexts.menu.overview, paths.overview], ...(board === null ? [] : boardCrumbs(board))];
  const title = t.title(reportTitle(context.site), report.name);
  return layout(context, { path, title, menu: board === null ? 'overview' : 'boards', crumbs, body, isFiled: true });
}

const indicators = (context: PageContext, path: string, { indicators }: Report): Html =>
  indicators.length === 0
    ? nothing
    : html`<section aria-labelledby="indikatorer">
        <h2 id="indikatorer">${t.indicators}</h2>
        ${indicatorTable(
          context,
          path,
          'indikatorer-tabell',
          t.indicatorsCaption,
          indicators,
          undefined,
          ({ goal, indicator }) => ({
            text: indicator.name,
            target: metricPageOf(context, indicator.metric, indicator.place),
            note: goal.name,
          }),
          true,
        )}
      </section>`;

function sources(context: PageContext, path: string, report: Report): Html {
  const used = reportSources(context, report);
  if (used.length === 0) return nothing;
  return html`<section aria-labelledby="underlag">
    <h2 id="underlag">${t.sources}</h2>
    ${freshnessTable(used, 'underlag-tabell', html`${t.sourcesCaption}${exampleTag(used.some(({ synthetic }) => synthetic))}`)}
    ${mayHide(context, report) ? html`<p>${t.hiding(statusTexts.flag.suppressed)}</p>` : nothing}
    <p class="links"><a href="${link(path, paths.dataQuality)}">${overviewTexts.allSources(context.site.sources.length)}</a></p>
  </section>`;
}

const boardCrumbs = ({ id, name }: HierarchyNode): [string, string][] => [
  [boardTexts.listTitle, paths.boards],
  [name, paths.board(id)],
];
