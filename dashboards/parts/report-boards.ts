import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { countStatuses } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { Report } from '../report/report.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import type { Status } from '../../pipeline/contract/status.ts';
import { boardTexts } from '#texts/board.ts';
import { overviewTexts } from '#texts/overview.ts';
import { reportTexts as t } from '#texts/report.ts';
import { exampleTag } from './tags.ts';

/** Every board's goals and indicators by status, with the way to its own report; nothing where no board has one. */
export const reportBoards = (context: PageContext, page: string, reports: readonly Report[]): Html =>
  reports.length === 0
    ? nothing
    : html`<section aria-labelledby="namnder">
        <h2 id="namnder">${t.boards}</h2>
        <p class="cap" id="namnder-tabell">
          ${t.boardsCaption}${exampleTag(reports.some(({ goals }) => goals.some(({ goal }) => goal.example)))}
        </p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="namnder-tabell">
          <table class="figs" aria-labelledby="namnder-tabell">
            <thead>
              <tr>
                <th scope="col">${context.place?.levels[reports[0]!.board?.level ?? ''] ?? boardTexts.board}</th>
                <th scope="col" class="l">${t.goals}</th>
                <th scope="col" class="l">${t.indicators}</th>
              </tr>
            </thead>
            <tbody>
              ${reports.map(
                ({ place, name, goals, indicators }) =>
                  html`<tr>
                    <th scope="row"><a href="${link(page, paths.report(place))}">${name}</a></th>
                    <td class="l wraps">${counted(goals.map(({ goal }) => goal))}</td>
                    <td class="l wraps">${counted(indicators.map(({ indicator }) => indicator).filter(hasTarget))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`;

const counted = (parts: readonly { status: Status }[]): string => (parts.length === 0 ? '–' : overviewTexts.counts(countStatuses(parts)));
