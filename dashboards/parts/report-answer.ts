import { hasTarget } from '../../pipeline/contract/has-target.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { countStatuses } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { placeSentence } from '../place-sentence.ts';
import { reportTitle, type Report } from '../report/report.ts';
import { metricTexts } from '#texts/metric.ts';
import { overviewTexts } from '#texts/overview.ts';
import { reportTexts as t } from '#texts/report.ts';
import { reportFiles } from './report-files.ts';
import { exampleTag } from './tags.ts';
import { tally } from './tally.ts';

/** What a report answers: what it is, how goals and targets stand, of what day its figures are; and its files. */
export function reportAnswer(context: PageContext, path: string, report: Report): Html {
  const { board, goals, indicators, metrics, name } = report;
  const { site } = context;
  const judged = indicators.map(({ indicator }) => indicator).filter(hasTarget);
  const isJudged = goals.length + judged.length > 0;
  const example = metrics.some(({ metric }) => metric.example) || goals.some(({ goal }) => goal.example);
  const counts = countStatuses(goals.map(({ goal }) => goal));
  const ahead = goals.some(({ goal }) => goal.rests_on === 'forecast' || goal.rests_on === 'to-date');
  const lede =
    board === null
      ? goals.length === 0
        ? overviewTexts.noPlanInForce
        : overviewTexts.lede(counts, ahead)
      : placeSentence(context, board, goals, metrics);
  return html`<div class="answer">
      <div>
        <h1>${reportTitle(site)}<span class="vh">. </span><span class="place">${name}</span></h1>
        <p class="lede">${lede}</p>
      </div>
      <div>${isJudged ? tally(counts, countStatuses(judged)) : nothing}</div>
      <p class="stamp">
        ${exampleTag(example)} ${overviewTexts.figuresPer(site.as_of)} ${metricTexts.edition(EDITION_DATE_TOKEN)} ${t.same}
      </p>
    </div>
    ${reportFiles(context, path, report)}`;
}
