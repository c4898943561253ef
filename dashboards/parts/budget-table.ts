import { formatMonthShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned, formatValue } from '../../pipeline/contract/format-number.ts';
import { monthOf } from '../../pipeline/contract/period.ts';
import type { BudgetRow, BudgetYear } from '../budget-rows.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { budgetTexts as t } from '#texts/budget.ts';
import { exampleTag } from './tags.ts';

/** Budget, outcome and forecast of one place, a row a month; the computed forecast and the place's own below each other. */
export function budgetTable(year: BudgetYear, asOfYear: string): Html {
  const { outcome, rows, budget, forecast, own } = year;
  const id = `budget-${outcome.id}`;
  const print = (value: number | null): string => (value === null ? '–' : formatNumber(value, outcome.decimals));
  const signed = (value: number | null): string => (value === null ? '–' : formatSigned(value, outcome.decimals));
  const row = ({ period_start, budget: of, outcome: value, forecast: foretold, accumulated }: BudgetRow): Html =>
    html`<tr>
      <th scope="row">${formatMonthShort(monthOf(period_start))}</th>
      <td>${print(of)}</td>
      <td>${foretold === null ? print(value) : html`${print(foretold)} <span class="quiet">${t.forecastMonth}</span>`}</td>
      <td>${signed(of === null || value === null ? null : of - value)}</td>
      <td>${signed(accumulated)}</td>
    </tr>`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${t.heading(outcome.name)}</h2>
    <p class="cap" id="${id}-tabell">${t.caption(asOfYear, outcome.unit)}${exampleTag(outcome.example)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-tabell">
      <table class="figs" aria-labelledby="${id}-tabell">
        <thead>
          <tr>
            <th scope="col">${t.month}</th>
            ${[t.budget, t.outcome, t.deviation, t.accumulated].map(head => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
          ${
            forecast === null
              ? nothing
              : html`<tr>
                  <th scope="row">${t.year(asOfYear)}</th>
                  <td>${print(budget)}</td>
                  <td>${print(forecast.value)}</td>
                  <td>${signed(budget === null ? null : budget - forecast.value)}</td>
                  <td>–</td>
                </tr>`
          }
        </tbody>
      </table>
    </div>
    ${forecast === null || forecast.low === null || forecast.high === null ? nothing : html`<p>${t.interval(forecast.level, print(forecast.low), formatValue(forecast.high, outcome))}</p>`}
    ${own === null ? nothing : html`<p>${t.own(own.role, own.date, `${signed(Number(own.amount))}\u00a0kr`)}</p>`}
  </section>`;
}
