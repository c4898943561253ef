import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import { levelWord } from '../goal-level.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { allIndicators, countStatuses, judgedFigure, metricPageOf, targetClause, targetOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { overviewTexts } from '#texts/overview.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';

/** From the plan's vision through the goals above to this one, its indicators and the goals under it, with the status at each step. */
export function goalChain(context: PageContext, page: string, { plan, goal, above }: PlacedGoal): Html {
  const steps = [
    ...(plan.vision === null ? [] : [html`<span>${t.vision(plan.vision)}</span>`]),
    ...above.map(one => goalStep(context, page, plan.plan, one)),
  ];
  const under = [
    ...goal.indicators.map(indicator => html`<li>${indicatorStep(context, page, indicator)}</li>`),
    ...goal.goals.map(
      child => html`<li>${goalStep(context, page, plan.plan, child)}<span class="quiet chain-figure">${partsOf(child)}</span></li>`,
    ),
  ];
  const own = html`<li>
    ${withMark(goal, html`<span class="quiet">${levelWord(context, goal)}: </span><b>${goal.name}</b>`)}
    ${
      under.length === 0
        ? nothing
        : html`<ol>
            ${under}
          </ol>`
    }
  </li>`;
  return html`<div class="chain">
    ${steps.reduceRight<Html>(
      (inner, step) =>
        html`<ol>
          <li>${step}${inner}</li>
        </ol>`,
      html`<ol>
        ${own}
      </ol>`,
    )}
  </div>`;
}

const withMark = ({ status, rests_on }: Pick<JudgedGoal, 'status' | 'rests_on'>, name: Html): Html =>
  html`<span class="with-mark"
    >${statusMark(status, rests_on)}<span>${name}<span class="quiet">, ${statusWord(status, rests_on).toLowerCase()}</span></span></span
  >`;

const goalStep = (context: PageContext, page: string, plan: string, goal: JudgedGoal): Html =>
  withMark(
    goal,
    html`<span class="quiet">${levelWord(context, goal)}: </span><a href="${link(page, paths.goal(plan, goal.id))}">${goal.name}</a>`,
  );

/** A child goal's indicators, at every level under it, by status. */
function partsOf(goal: JudgedGoal): string {
  const indicators = allIndicators(goal);
  return indicators.length === 0 ? '' : t.indicatorsUnder(overviewTexts.counts(countStatuses(indicators)));
}

function indicatorStep(context: PageContext, page: string, indicator: JudgedIndicator): Html {
  const metric = indicator.metric === null ? null : context.metric(indicator.metric);
  const target = metricPageOf(context, indicator.metric, indicator.place);
  const figure = judgedFigure(indicator, metric);
  const linked = target === null ? indicator.name : html`<a href="${link(page, target)}">${indicator.name}</a>`;
  const name = html`<span class="quiet">${t.indicator}: </span>${linked}`;
  const aim = metric === null ? `${targetOf(context, indicator)} ${t.by(formatDay(indicator.by))}` : targetClause(context, indicator);
  const words = [...(figure === null ? [] : [`${figure.value} ${figure.when}`]), aim].join(', ');
  return html`${hasTarget(indicator) ? withMark(indicator, name) : name}<span class="quiet chain-figure">${words}</span>`;
}
