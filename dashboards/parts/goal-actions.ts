import type { JudgedGoal, PublishedAssignment } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { placeName } from '../place-of.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { statusTexts } from '#texts/status.ts';
import { activityTable } from './activity-table.ts';
import { sayings } from './sayings.ts';
import { exampleTag, tag } from './tags.ts';

/** What is done to reach a goal: activities, and assignments with their answers. */
export const goalActions = (context: PageContext, goal: JudgedGoal): Html =>
  html` ${goal.activities.length === 0 ? nothing : activityTable(goal)}
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

const assignmentItem = (context: PageContext, { name, to, text, late, answers, sentence }: PublishedAssignment): Html =>
  html`<li>
    <p><b>${name}</b>${late ? html` ${tag(statusTexts.late)}` : nothing}</p>
    <p class="quiet">${to === null ? nothing : `${t.assignmentTo(placeName(context, to))} `}${sentence}</p>
    ${text === null ? nothing : html`<p>${text}</p>`} ${sayings(answers)}
  </li>`;
