import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { budgetYears } from '../budget-rows.ts';
import type { RankedMetric } from '../goal-metrics.ts';
import { rankedMetrics } from '../goal-metrics.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { goes, metricPageOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { goalsWithin, isWithin } from '../place-tree.ts';
import type { PlacedGoal } from '../site-index.ts';
import { overviewTexts } from '#texts/overview.ts';
import { placeTexts as t } from '#texts/place.ts';
import { budgetTable } from './budget-table.ts';
import { goalRows } from './goal-row.ts';
import { indicatorTable } from './indicator-table.ts';
import { lateAssignments } from './late-assignments.ts';
import { metricTable } from './metric-table.ts';
import { placeActions } from './place-actions.ts';
import { placeAnswer } from './place-answer.ts';
import { reportLink } from './report-link.ts';
import { siblingTable } from './sibling-table.ts';
import { signalList } from './signal-list.ts';
import { exampleTag } from './tags.ts';
import { unitMultiples } from './unit-multiples.ts';
import { unitTable } from './unit-table.ts';

/**
 * Everything that is a place's own: the answer, its goals and metrics worst first, what stands out, its units beside each other, itself
 * beside its siblings, its budget, what is done. `under` says what and where it is.
 */
export function placeBody(context: PageContext, path: string, node: HierarchyNode, under: Html): Html {
  const place = node.id;
  const goals = goalsWithin(context, place);
  const ranked = rankedMetrics(context, place);
  const year = context.site.as_of.slice(0, 4);
  return html`${placeAnswer(context, node, under, goals, ranked)} ${reportLink(context, path, place)}
  ${goalSection(context, path, node, goals)} ${lateAssignments(context, path, to => to !== '*' && isWithin(context, to, place))}
  ${otherIndicators(context, path, place, ranked)} ${metricSection(context, path, place, ranked)} ${signalList(context, path, place)}
  ${unitMultiples(context, path, place, ranked)} ${siblingTable(context, path, node, ranked)}
  ${budgetYears(context, place).map(budget => budgetTable(budget, year))} ${placeActions(context, path, place)}
  ${unitTable(context, path, place, ranked)}`;
}

/** A unit without goals has no section: its sentence says so. */
function goalSection(context: PageContext, path: string, node: HierarchyNode, goals: readonly PlacedGoal[]): Html {
  if (goals.length === 0 && node.parent !== null) return nothing;
  return html`<section aria-labelledby="mal">
    <h2 id="mal">${t.goals}</h2>
    ${
      goals.length === 0
        ? html`<p class="empty">${t.noGoals}</p>`
        : html`<p class="intro">${overviewTexts.marksKey}${exampleTag(goals.some(({ goal }) => goal.example))}</p>
            ${goalRows(context, path, goals)}`
    }
  </section>`;
}

/** Milestones, and indicators about a part of the place: those that the table of metrics does not tell. */
function otherIndicators(context: PageContext, path: string, place: string, ranked: readonly RankedMetric[]): Html {
  const told = new Set(ranked.map(({ indicator }) => indicator));
  const others = context.indicators.filter(({ plan, indicator }) => !plan.ended && indicator.place === place && !told.has(indicator));
  if (others.length === 0) return nothing;
  return html`<section aria-labelledby="indikatorer">
    <h2 id="indikatorer">${t.indicators}</h2>
    ${indicatorTable(context, path, 'indikatorer-tabell', t.indicatorsCaption, others, undefined, ({ plan, goal, indicator }) => ({
      text: indicator.name,
      target: metricPageOf(context, indicator.metric, indicator.place) ?? paths.goal(plan.plan, goal.id),
      note: goal.name,
    }))}
  </section>`;
}

function metricSection(context: PageContext, path: string, place: string, ranked: readonly RankedMetric[]): Html {
  const worsens = ranked.some(({ facts }) => goes(facts.trend, 'worse'));
  const caption = ranked.some(({ indicator }) => indicator !== null) ? t.metricsCaption : worsens ? t.untargetedCaption : t.steadyCaption;
  return html`<section aria-labelledby="nyckeltal">
    <h2 id="nyckeltal">${t.metrics}</h2>
    ${
      ranked.length === 0
        ? html`<p class="empty">${t.noMetrics}</p>`
        : metricTable(context, path, 'nyckeltal-tabell', caption, ranked, ({ metric }) => metricPageOf(context, metric.id, place)!)
    }
  </section>`;
}
