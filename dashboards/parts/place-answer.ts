import { hasTarget } from '../../pipeline/contract/has-target.ts';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { countStatuses } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { placeSentence } from '../place-sentence.ts';
import { isWithin } from '../place-tree.ts';
import type { PlacedGoal } from '../site-index.ts';
import { metricTexts } from '#texts/metric.ts';
import { overviewTexts } from '#texts/overview.ts';
import { exampleTag } from './tags.ts';
import { tally } from './tally.ts';

/** What a place's page answers: its name, the sentence, and its goals and indicators by status. `under` says what and where it is. */
export function placeAnswer(
  context: PageContext,
  node: HierarchyNode,
  under: Html,
  goals: readonly PlacedGoal[],
  ranked: readonly RankedMetric[],
): Html {
  const indicators = context.indicators
    .filter(({ plan, indicator }) => !plan.ended && hasTarget(indicator) && indicator.place !== '*')
    .filter(({ indicator }) => isWithin(context, indicator.place, node.id))
    .map(({ indicator }) => indicator);
  const isJudged = goals.length + indicators.length > 0;
  const example = ranked.some(({ metric }) => metric.example) || goals.some(({ goal }) => goal.example);
  return html`<div class="answer">
    <div>
      <h1>${node.name}${under}</h1>
      <p class="lede">${placeSentence(context, node, goals, ranked)}</p>
    </div>
    <div>${isJudged ? tally(countStatuses(goals.map(({ goal }) => goal)), countStatuses(indicators)) : nothing}</div>
    <p class="stamp">${exampleTag(example)} ${overviewTexts.figuresPer(context.site.as_of)} ${metricTexts.edition(EDITION_DATE_TOKEN)}</p>
  </div>`;
}
