import type { Change } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { changePath } from '../change-path.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { overviewTexts as t } from '#texts/overview.ts';
import { statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';

const MOST = 6;

/** What differs from an earlier edition, goals first: what, why, from and to. The few first stand open, the rest under a line to unfold. */
export function changeList(context: PageContext, page: string, changes: readonly Change[]): Html {
  if (changes.length === 0) return html`<p class="empty">${t.noChanges}</p>`;
  const sorted = changes.toSorted((a, b) => rank(context, a) - rank(context, b));
  const rest = sorted.slice(MOST);
  return html`${rows(context, page, sorted.slice(0, MOST))}${
    rest.length === 0
      ? nothing
      : html`<details>
          <summary>${t.moreChanges(rest.length)}</summary>
          ${rows(context, page, rest)}
        </details>`
  }`;
}

/** The council's goals, other goals, indicators, targets, and figures that were revised. */
function rank({ goals }: PageContext, change: Change): number {
  if (change.type !== 'status') return change.type === 'target' ? 3 : 4;
  if (change.kind === 'indicator') return 2;
  return goals.some(({ plan, goal }) => plan.plan === change.plan && goal.id === change.id && goal.place === '*') ? 0 : 1;
}

const rows = (context: PageContext, page: string, changes: readonly Change[]): Html =>
  html`<ul class="changes">
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
  const target = changePath(context, change);
  return target === null ? change.name : html`<a href="${link(page, target)}">${change.name}</a>`;
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
