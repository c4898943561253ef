import { formatDay } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { JudgedGoal, PublishedActivity, PublishedAssignment } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { placeName } from '../place-of.ts';
import { goalTexts as t } from '../texts/goal.ts';
import { statusTexts } from '../texts/status.ts';
import { sayings } from './sayings.ts';
import { exampleTag, tag } from './tags.ts';

/** What is done to reach a goal: activities, and assignments with their answers. */
export const goalActions = (context: PageContext, goal: JudgedGoal): Html =>
  html` ${goal.activities.length === 0 ? nothing : activities(goal)}
  ${
    goal.assignments.length === 0
      ? nothing
      : html`<section aria-labelledby="uppdrag">
          <h2 id="uppdrag">${t.assignments}</h2>
          <p class="intro">${exampleTag(goal.example)}</p>
          <ul class="said">
            ${goal.assignments.map(assignment => assignmentItem(context, assignment))}
          </ul>
        </section>`
  }`;

const activities = (goal: JudgedGoal): Html =>
  html`<section aria-labelledby="aktiviteter">
    <h2 id="aktiviteter">${t.activities}</h2>
    <p class="cap" id="aktiviteter-tabell">${t.activitiesCaption}${exampleTag(goal.example)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="aktiviteter-tabell">
      <table class="figs" aria-labelledby="aktiviteter-tabell">
        <thead>
          <tr>
            <th scope="col">${t.activity}</th>
            <th scope="col" class="l">${t.state}</th>
            <th scope="col" class="l">${t.responsible}</th>
            <th scope="col" class="l">${t.day}</th>
            <th scope="col">${t.cost}</th>
            <th scope="col" class="l">${t.benefit}</th>
          </tr>
        </thead>
        <tbody>
          ${goal.activities.map(
            activity =>
              html`<tr>
                <th scope="row">${activity.name}</th>
                <td class="l">${stateWords(activity)}</td>
                <td class="l">${activity.responsible ?? '–'}</td>
                <td class="l">${activity.by === null ? '–' : formatDay(activity.by)}</td>
                <td>${costWords(activity.cost)}</td>
                <td class="l wraps">${activity.benefit ?? '–'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${goal.activities
      .filter(activity => activity.reports.length > 0)
      .map(
        activity =>
          html`<h3>${t.assessmentOf(activity.name)}</h3>
            ${sayings(activity.reports)}`,
      )}
  </section>`;

const stateWords = ({ state, late }: PublishedActivity): Html =>
  html`${state === null ? t.notReported : statusTexts.state[state]}${late ? html` ${tag(statusTexts.late)}` : nothing}`;

/** `250000 sek` as people write it; anything else as it was written. */
function costWords(cost: string | null): string {
  if (cost === null) return '–';
  const amount = /^(\d+) sek$/.exec(cost)?.[1];
  return amount === undefined ? cost : `${formatNumber(Number(amount), 0)}\u00a0kr`;
}

const assignmentItem = (context: PageContext, { name, to, by, text, late, answers }: PublishedAssignment): Html =>
  html`<li>
    <p><b>${name}</b>${late ? html` ${tag(statusTexts.late)}` : nothing}</p>
    ${to === null && by === null ? nothing : html`<p class="quiet">${to === null ? t.by(formatDay(by!)) : t.assignmentTo(placeName(context, to), by)}</p>`}
    ${text === null ? nothing : html`<p>${text}</p>`} ${answers.length === 0 ? html`<p class="quiet">${t.noAnswer}</p>` : sayings(answers)}
  </li>`;
