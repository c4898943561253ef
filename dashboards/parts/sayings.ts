import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { formatSpan } from '../../pipeline/contract/format-day.ts';
import type { Assessment } from '../../pipeline/contract/goals.ts';
import { parsePeriod } from '../../pipeline/contract/period.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { goalTexts as t } from '../texts/goal.ts';
import { statusTexts } from '../texts/status.ts';
import { statusMark } from './status-mark.ts';

/** What roles have said, latest first: who, when, about what period, their status and words. */
export const sayings = (said: readonly Assessment[]): Html =>
  said.length === 0
    ? nothing
    : html`<ul class="said">
        ${[...said].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(saying)}
      </ul>`;

const saying = ({ role, date, period, status, state, amount, text }: Assessment): Html =>
  html`<li>
    <p class="quiet">${t.said(role, date, periodWords(period))}</p>
    ${status === null ? nothing : html`<p class="status">${statusMark(status, 'assessment')}${statusTexts.settled[status]}</p>`}
    ${state === null ? nothing : html`<p><b>${statusTexts.state[state]}</b></p>`}
    <p>${text}</p>
    ${amount === null ? nothing : html`<p>${t.ownForecast(`${formatNumber(Number(amount), 0)}\u00a0kr`)}</p>`}
  </li>`;

const periodWords = (period: string): string => {
  const parsed = parsePeriod(period);
  return parsed === null ? period : formatSpan(parsed.first, parsed.last);
};
