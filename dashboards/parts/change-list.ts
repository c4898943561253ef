import type { Change } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { metricPageOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { overviewTexts as t } from '../texts/overview.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';

/** What differs from an earlier edition: what, why, from and to. */
export const changeList = (context: PageContext, page: string, changes: readonly Change[]): Html =>
  changes.length === 0
    ? html`<p class="empty">${t.noChanges}</p>`
    : html`<ul class="changes">
        ${changes.map(
          change =>
            html`<li>
              <span class="small quiet">${t.changeKind[change.type]}</span>
              <div>
                <b>${named(context, page, change)}</b>
                <p>${reasonOf(change)}</p>
              </div>
              <div class="fromto">${fromTo(change)}</div>
            </li>`,
        )}
      </ul>`;

function named(context: PageContext, page: string, change: Change): Html {
  const target = addressOf(context, change);
  return target === null ? change.name : html`<a href="${link(page, target)}">${change.name}</a>`;
}

function addressOf(context: PageContext, change: Change): string | null {
  if (change.type === 'revised') return metricPageOf(context, change.metric, '*');
  const goal = context.goals.find(({ plan, goal }) => plan.plan === change.plan && goal.id === change.id);
  if (goal) return paths.goal(change.plan, change.id);
  const owner = context.indicators.find(({ plan, indicator }) => plan.plan === change.plan && indicator.id === change.id);
  if (!owner) return null;
  return metricPageOf(context, owner.indicator.metric, owner.indicator.place) ?? paths.goal(change.plan, owner.goal.id);
}

const reasonOf = (change: Change): string =>
  change.type === 'status'
    ? change.sentence
    : change.type === 'target'
      ? change.decision
      : [change.place, change.period].filter(Boolean).join(', ');

function fromTo(change: Change): Html {
  if (change.type === 'status') {
    const { from, to } = change;
    return html`<span class="old"
        ><span class="vh">${t.from}</span>${statusMark(from.status, from.rests_on)}${statusWord(from.status, from.rests_on)}</span
      ><span aria-hidden="true">→</span
      ><span class="new"><span class="vh">${t.to}</span>${statusMark(to.status, to.rests_on)}${statusWord(to.status, to.rests_on)}</span>`;
  }
  return html`<span class="old"><span class="vh">${t.from}</span>${change.from}</span><span aria-hidden="true">→</span
    ><span class="new"><span class="vh">${t.to}</span>${change.to}</span>`;
}
