import { formatSpan } from '../../pipeline/contract/format-day.ts';
import type { Assessment } from '../../pipeline/contract/goals.ts';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { statusTexts } from '#texts/status.ts';
import { kronor } from '../words.ts';
import { statusMark } from './status-mark.ts';

/** What roles have said, latest first: who, when, about what period, their status and words. */
export const sayings = (said: readonly Assessment[], amounts: (said: Assessment) => string[] = boardSaying): Html =>
  said.length === 0
    ? nothing
    : html`<ul class="said">
        ${[...said].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(one => saying(one, amounts(one)))}
      </ul>`;

/** What was last said; null where nothing is. */
export const latestSaid = (said: readonly Assessment[]): Assessment | null =>
  said.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1) ?? null;

/** The amount that a board says of a goal or an indicator is its own forecast of the year. */
const boardSaying = ({ amount }: Assessment): string[] => (amount === null ? [] : [t.ownForecast(kronor(amount))]);

/** Those said of an activity are what it has come to cost, and to give. */
export const activitySaying = ({ amount, benefit }: Assessment): string[] => [
  ...(amount === null ? [] : [t.spent(kronor(amount))]),
  ...(benefit === null || benefit === undefined ? [] : [t.realised(kronor(benefit))]),
];

const saying = ({ role, date, period, status, state, text }: Assessment, amounts: readonly string[]): Html =>
  html`<li>
    <p class="quiet">${t.said(role, date, periodWords(period))}</p>
    ${status === null ? nothing : html`<p class="status">${statusMark(status, 'assessment')}${statusTexts.settled[status]}</p>`}
    ${state === null ? nothing : html`<p><b>${statusTexts.state[state]}</b></p>`}
    <p>${text}</p>
    ${amounts.map(words => html`<p>${words}</p>`)}
  </li>`;

const periodWords = (period: string): string => {
  const parsed = parsePeriod(period);
  return parsed === null ? period : formatSpan(parsed.first, parsed.last);
};
