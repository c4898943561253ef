import type { Assessment } from '../../pipeline/contract/goals.ts';
import { levelWord } from '../goal-level.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts } from '#texts/goal.ts';
import { overviewTexts } from '#texts/overview.ts';
import { reportTexts as t } from '#texts/report.ts';
import { goalStatus } from './goal-row.ts';
import { placeLink } from './place-link.ts';
import { ruleWords } from './rule-words.ts';
import { latestSaid, sayings } from './sayings.ts';
import { exampleTag } from './tags.ts';

/** A report's goals one after another: status, how it is set and how much of the goal it rests on, and what was last said of it and of its indicators. The sentence of a goal that is assessed has that in it. */
export const reportGoals = (context: PageContext, page: string, goals: readonly PlacedGoal[]): Html =>
  html`<section aria-labelledby="mal">
    <h2 id="mal">${t.goals}</h2>
    ${
      goals.length === 0
        ? html`<p class="empty">${t.noGoals}</p>`
        : html`<p class="intro">${overviewTexts.marksKey}${exampleTag(goals.some(({ goal }) => goal.example))}</p>
            <ol class="reported">
              ${goals.map(placed => reportedGoal(context, page, placed))}
            </ol>`
    }
  </section>`;

function reportedGoal(context: PageContext, page: string, { plan, goal }: PlacedGoal): Html {
  return html`<li>
    <h3><a href="${link(page, paths.goal(plan.plan, goal.id))}">${goal.name}</a></h3>
    <p class="quiet">${levelWord(context, goal)}, ${placeLink(context, page, goal.place)}, ${plan.name}</p>
    ${goal.sentence === '' ? nothing : html`<p>${goal.sentence}</p>`}
    <dl class="facts facts-two">
      <div>
        <dt>${goalTexts.status}</dt>
        <dd>${goalStatus(goal)}</dd>
      </div>
      <div class="wide">
        <dt>${goalTexts.basis}</dt>
        <dd><p>${ruleWords(goal)}</p></dd>
      </div>
    </dl>
    ${goal.rule === 'assessed' ? nothing : lastSaid(goal.assessments)}
    ${goal.indicators.map(({ name, assessments }) =>
      assessments.length === 0
        ? nothing
        : html`<p class="about quiet">${t.about(name)}</p>
            ${lastSaid(assessments)}`,
    )}
  </li>`;
}

function lastSaid(assessments: readonly Assessment[]): Html {
  const latest = latestSaid(assessments);
  return latest === null ? nothing : sayings([latest]);
}
