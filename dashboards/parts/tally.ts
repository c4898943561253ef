import type { Status } from '../../pipeline/contract/status.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { overviewTexts as t } from '#texts/overview.ts';
import { statusMark } from './status-mark.ts';

const ORDER: readonly Status[] = ['met', 'partly', 'not-met', 'not-assessable'];

/** Goals and indicators by status; it also teaches the marks. */
export const tally = (goals: Readonly<Record<Status, number>>, indicators: Readonly<Record<Status, number>>): Html =>
  html` <table class="tally">
      <caption class="vh">
        ${t.tallyCaption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${ORDER.map(status => html`<th scope="col">${statusMark(status, 'outcome', true)}${t.tallyHead[status]}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${t.tallyGoals}</th>
          ${ORDER.map(status => html`<td>${String(goals[status])}</td>`)}
        </tr>
        <tr>
          <th scope="row">${t.tallyIndicators}</th>
          ${ORDER.map(status => html`<td>${String(indicators[status])}</td>`)}
        </tr>
      </tbody>
    </table>
    <p class="key">${t.tallyKey}</p>`;
