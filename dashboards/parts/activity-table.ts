import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { ActivitySums, JudgedGoal, PublishedActivity } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { statusTexts } from '#texts/status.ts';
import { kronor, shortKronor } from '../words.ts';
import { activitySaying, sayings } from './sayings.ts';
import { exampleTag, tag } from './tags.ts';

/** A goal's activities: what they cost and give together, each with its state, and what has been said of them. */
export const activityTable = (goal: JudgedGoal): Html =>
  html`<section aria-labelledby="aktiviteter">
    <h2 id="aktiviteter">${t.activities}</h2>
    ${goal.activity_sums === null ? nothing : html`<p>${sumsSentence(goal.activity_sums)}</p>`}
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
                <td>${activity.cost_sek === null ? '–' : kronor(activity.cost_sek)}</td>
                <td class="l wraps">${benefitWords(activity)}</td>
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
            ${sayings(activity.reports, activitySaying)}`,
      )}
  </section>`;

const stateWords = ({ state, late }: PublishedActivity): Html =>
  html`${state === null ? t.notReported : statusTexts.state[state]}${late ? html` ${tag(statusTexts.late)}` : nothing}`;

/** The expected benefit: amount, words, and from when; under it what has come of it. */
function benefitWords({ benefit, benefit_sek, benefit_from, realised_sek }: PublishedActivity): Html {
  const expected = [
    ...(benefit_sek === null ? [] : [kronor(benefit_sek)]),
    ...(benefit === null ? [] : [benefit]),
    ...(benefit_from === null ? [] : [t.benefitFrom(formatDay(benefit_from))]),
  ];
  return html`${expected.length === 0 ? '–' : expected.join(', ')}${realised_sek === null ? nothing : html`<br /><span class="quiet">${t.realised(kronor(realised_sek))}</span>`}`;
}

/** `Kostnad 2,3 mnkr, beräknad nytta 3,1 mnkr, hittills uppnådd nytta 0,9 mnkr; 2 av 5 aktiviteter har belopp.` */
function sumsSentence({ cost_sek, benefit_sek, realised_sek, with_amount, activities }: ActivitySums): string {
  const sums = [
    ...(cost_sek === null ? [] : [t.sums.cost(shortKronor(cost_sek))]),
    ...(benefit_sek === null ? [] : [t.sums.benefit(shortKronor(benefit_sek))]),
    ...(realised_sek === null ? [] : [t.sums.realised(shortKronor(realised_sek))]),
  ];
  return t.sums.sentence(sums, with_amount, activities);
}
