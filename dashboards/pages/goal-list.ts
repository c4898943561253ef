import { EDITION_DATE_TOKEN } from '../edition.ts';
import type { JudgedPlan } from '../../pipeline/contract/goals.ts';
import { levelWord } from '../goal-level.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { placeLink } from '../parts/place-link.ts';
import { statusMark } from '../parts/status-mark.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { layoutTexts } from '#texts/layout.ts';
import { metricTexts } from '#texts/metric.ts';
import { overviewTexts } from '#texts/overview.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../words.ts';

/** Every goal of every plan, at every level, with its status. */
export function goalListPage(context: PageContext): Page {
  const path = paths.goals;
  const { plans } = context.site;
  const body = html`<h1>${t.listTitle}</h1>
    <p class="lede">${t.listLede(plans.length)}</p>
    <p class="stamp">${metricTexts.edition(EDITION_DATE_TOKEN)}</p>
    ${plans.map(plan => planSection(context, path, plan))}`;
  return layout(context, { path, title: t.listTitle, menu: 'goals', crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

function planSection(context: PageContext, path: string, plan: JudgedPlan): Html {
  const goals = context.goals.filter(placed => placed.plan === plan);
  const { adopted, in_force, vision } = plan;
  const dates = plan.ended && in_force.to !== null ? t.planEnded(in_force.to) : t.planInForce(in_force.from, in_force.to);
  return html`<section aria-labelledby="${plan.plan}">
    <h2 id="${plan.plan}">${plan.name}</h2>
    <p class="intro">
      ${dates} ${t.adopted(plan.version, adopted.by, adopted.date, adopted.paragraph)}
      ${overviewTexts.marksKey}${exampleTag(goals.some(({ goal }) => goal.example))}
    </p>
    ${vision === null ? nothing : html`<p class="vision">${t.vision(vision)}</p>`}
    <div class="scroll" tabindex="0" role="region" aria-label="${t.planTable(plan.name)}">
      <table class="figs goal-list" aria-labelledby="${plan.plan}">
        <thead>
          <tr>
            <th scope="col">${overviewTexts.head.goal}</th>
            <th scope="col" class="l">${t.status}</th>
            <th scope="col" class="l">${statusTexts.restsOn}</th>
            <th scope="col" class="l">${t.levelColumn}</th>
            <th scope="col" class="l">${t.place}</th>
          </tr>
        </thead>
        <tbody>
          ${goals.map(
            ({ goal, above }) =>
              html`<tr>
                <th scope="row" class="depth-${Math.min(above.length, 3)}">
                  <a href="${link(path, paths.goal(plan.plan, goal.id))}">${goal.name}</a>
                </th>
                <td class="l">
                  <span class="with-mark">${statusMark(goal.status, goal.rests_on)}${statusWord(goal.status, goal.rests_on)}</span>
                </td>
                <td class="l">
                  ${goal.rests_on === null ? (goal.reason === null ? '–' : statusTexts.reason[goal.reason]) : statusTexts.basis[goal.rests_on]}
                </td>
                <td class="l">${levelWord(context, goal)}</td>
                <td class="l">${placeLink(context, path, goal.place)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
