import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { PublishedActivity, PublishedAssignment } from '../../pipeline/contract/goals.ts';
import { actionsOf, type PlacedItem } from '../actions-of.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts } from '#texts/goal.ts';
import { placeTexts as t } from '#texts/place.ts';
import { statusTexts } from '#texts/status.ts';
import { exampleTag, tag } from './tags.ts';

/** Activities of a place's goals and assignments to it, in plans in force, each with its state; late assignments are told by themselves. */
export function placeActions(context: PageContext, page: string, place: string): Html {
  const { activities, assignments: all } = actionsOf(context, place);
  const assignments = all.filter(({ item }) => !item.late);
  if (activities.length + assignments.length === 0) return nothing;
  return html`<section aria-labelledby="atgarder">
    <h2 id="atgarder">${t.actions}</h2>
    ${activities.length === 0 ? nothing : activityRows(page, activities)}
    ${
      assignments.length === 0
        ? nothing
        : html`<ul class="said">
            ${assignments.map(assignment => assignmentItem(page, assignment))}
          </ul>`
    }
  </section>`;
}

const addressOf = ({ plan, goal }: PlacedGoal, fragment: string): string => `${paths.goal(plan.plan, goal.id)}#${fragment}`;

const activityRows = (page: string, activities: readonly PlacedItem<PublishedActivity>[]): Html =>
  html`<p class="cap" id="atgarder-tabell">${t.actionsCaption}${exampleTag(activities.some(({ placed }) => placed.goal.example))}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="atgarder-tabell">
      <table class="figs" aria-labelledby="atgarder-tabell">
        <thead>
          <tr>
            <th scope="col">${t.activity}</th>
            ${[t.state, t.responsible, t.day, t.goal].map(head => html`<th scope="col" class="l">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${activities.map(
            ({ placed, item }) =>
              html`<tr>
                <th scope="row"><a href="${link(page, addressOf(placed, 'aktiviteter'))}">${item.name}</a></th>
                <td class="l">
                  ${item.state === null ? goalTexts.notReported : statusTexts.state[item.state]}${item.late ? html` ${tag(statusTexts.late)}` : nothing}
                </td>
                <td class="l wraps">${item.responsible ?? '–'}</td>
                <td class="l">${item.by === null ? '–' : formatDay(item.by)}</td>
                <td class="l wraps">${placed.goal.name}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;

const assignmentItem = (page: string, { placed, item }: PlacedItem<PublishedAssignment>): Html => {
  const latest = item.answers.at(-1);
  return html`<li>
    <p><a href="${link(page, addressOf(placed, 'uppdrag'))}">${item.name}</a></p>
    <p>${item.sentence}${latest === undefined ? nothing : ` ${goalTexts.quoted(latest.text)}`}</p>
  </li>`;
};
