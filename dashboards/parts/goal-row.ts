import type { Standing } from '../../pipeline/contract/site.ts';
import type { Status } from '../../pipeline/contract/status.ts';
import type { Occasion } from '../goal-history.ts';
import { goalHistory } from '../goal-history.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { allIndicators, countStatuses } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import type { PlacedGoal } from '../site-index.ts';
import { overviewTexts as t } from '#texts/overview.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';

/** Goals as rows: name and sentence, status and what it rests on, indicators' marks, the status at each follow-up. */
export const goalRows = (context: PageContext, page: string, goals: readonly PlacedGoal[]): Html =>
  html` <div class="goals-head" aria-hidden="true">
      <span>${t.head.goal}</span><span>${t.head.status}</span><span>${t.head.indicators}</span><span>${t.head.history}</span>
    </div>
    <ol class="goals">
      ${goals.map(placed => goalRow(context, page, placed))}
    </ol>`;

function goalRow(context: PageContext, page: string, placed: PlacedGoal): Html {
  const { plan, goal } = placed;
  const indicators = allIndicators(goal);
  const order: readonly Status[] = ['met', 'partly', 'not-met', 'not-assessable'];
  const sorted = order.flatMap(status => indicators.filter(indicator => indicator.status === status));
  return html`<li class="goal">
    <h3><a href="${link(page, paths.goal(plan.plan, goal.id))}">${goal.name}</a></h3>
    <div class="g-st">${goalStatus(goal)}</div>
    <p class="g-p">${goal.sentence}</p>
    <div class="g-in">
      <span class="lbl">${t.head.indicators}</span>${
        indicators.length === 0
          ? html`<p class="basis">${t.noIndicators}</p>`
          : html`<div class="marks" aria-hidden="true">${sorted.map(indicator => statusMark(indicator.status, indicator.rests_on))}</div>
              <p class="basis">${t.counts(countStatuses(indicators))}</p>`
      }
    </div>
    <div class="g-hi">${history(context, placed)}</div>
  </li>`;
}

/** A goal's status in words, with what it rests on or why there is none. */
export const goalStatus = (goal: PlacedGoal['goal']): Html =>
  html`<div class="status">${statusMark(goal.status, goal.rests_on, true)}${statusWord(goal.status, goal.rests_on)}</div>
    <p class="basis">
      ${
        goal.status === 'not-assessable'
          ? capitalReason(goal.reason)
          : goal.rests_on === null
            ? nothing
            : html`${statusTexts.restsOn}
                <b>${statusTexts.basis[goal.rests_on]}</b
                >${goal.reason === 'overdue' ? html`. <span class="tag">${statusTexts.overdue}</span>` : '.'}`
      }
    </p>`;

const capitalReason = (reason: PlacedGoal['goal']['reason']): string => {
  const text = statusTexts.reason[reason ?? 'no-outcome'];
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const GRADE: Readonly<Record<Status, number | null>> = { met: 2, partly: 1, 'not-met': 0, 'not-assessable': null };

/** The status at each follow-up and in each plan; how it stands against the one before, where both are known. */
function history(context: PageContext, placed: PlacedGoal): Html {
  const occasions = goalHistory(context, placed).flatMap(({ type, label, goal }) => (goal === null ? [] : [{ type, label, goal }]));
  const [before, now] = [occasions.at(-2), occasions.at(-1)];
  if (before === undefined || now === undefined) return nothing;
  return html`<span class="lbl">${t.head.history}</span>${travel(before, now)}
    <ol class="hist">
      ${occasions.map(
        ({ label, goal: { status, rests_on } }) =>
          html`<li>${statusMark(status, rests_on)}<span class="vh">${statusWord(status, rests_on)} </span>${label}</li>`,
      )}
    </ol>`;
}

function travel(before: Pick<Occasion, 'type'> & { goal: Standing }, now: { goal: Standing }): Html {
  const [then, grade] = [GRADE[before.goal.status], GRADE[now.goal.status]];
  if (then === null || grade === null) return nothing;
  const word = then === grade ? t.same : grade > then ? t.better : t.worse;
  return html`<p class="basis"><b>${word}</b>${before.type === 'follow-up' ? t.since : t.sincePlan}</p>`;
}
