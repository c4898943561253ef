import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { hasTarget } from '../../pipeline/contract/has-target.ts';
import type { Standing } from '../../pipeline/contract/site.ts';
import type { Occasion } from '../goal-history.ts';
import { goalHistory } from '../goal-history.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { judgedFigure, targetClause } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';
import { exampleTag } from './tags.ts';

/** A goal and its indicators at each follow-up and in each plan, earliest first; nothing where there is only now. */
export function historyTable(context: PageContext, page: string, placed: PlacedGoal): Html {
  const occasions = goalHistory(context, placed);
  if (occasions.length < 2) return nothing;
  const { goal } = placed;
  return html`<section aria-labelledby="historia">
    <h2 id="historia">${t.history}</h2>
    <p class="cap" id="historia-tabell">${t.historyCaption}${exampleTag(goal.example)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="historia-tabell">
      <table class="figs history" aria-labelledby="historia-tabell">
        <thead>
          <tr>
            <th scope="col">${t.historyRow}</th>
            ${occasions.map(occasion => html`<th scope="col" class="l">${head(page, occasion)}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${t.theGoal}</th>
            ${occasions.map(({ goal: then }) => html`<td class="l">${then === null ? '–' : standingMark(then)}</td>`)}
          </tr>
          ${goal.indicators.filter(hasTarget).map(
            ({ id, name }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${occasions.map(({ indicators }) => html`<td class="l">${indicatorThen(context, indicators.get(id))}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const head = (page: string, { type, label, name, page: target }: Occasion): Html =>
  html`${target === null ? html`<b>${label}</b>` : html`<a href="${link(page, target)}">${label}</a>`}<br /><span class="quiet"
      >${type === 'end' ? t.endOf(name) : name}</span
    >`;

const standingMark = ({ status, rests_on }: Standing): Html =>
  html`<span class="with-mark">${statusMark(status, rests_on)}<span>${statusWord(status, rests_on)}</span></span>`;

/** A figure is told where it was judged in a plan; a follow-up's own edition has those of its time. */
function indicatorThen(context: PageContext, then: (Standing & { judged: JudgedIndicator | null }) | undefined): Html {
  if (then === undefined) return '–';
  const { judged } = then;
  const metric = judged === null || judged.metric === null ? null : context.metric(judged.metric);
  const figure = judged === null ? null : judgedFigure(judged, metric);
  return html`${standingMark(then)}${
    judged === null || figure === null ? nothing : html`<span class="quiet">${figure.value}, ${targetClause(context, judged)}</span>`
  }`;
}
