import type { GroupHistory } from '../../pipeline/contract/comparisons.ts';
import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { round } from '../../pipeline/contract/round.ts';
import type { ComparedMember, ComparedMetric } from '../compare-group.ts';
import { comparedMembers, groupFragment, groupName, latestOf } from '../compare-group.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { compareTexts as t } from '#texts/compare.ts';
import { statusTexts } from '#texts/status.ts';

/** Every member's value in every period, the newest first, and its place in the period that is compared. */
export function compareTable(context: PageContext, compared: ComparedMetric, history: GroupHistory): Html {
  const { metric, dimension, at, facts } = compared;
  const shown = comparedMembers(context, compared, history);
  const places = latestOf(history).standing === null ? null : placesOf(shown, metric.decimals);
  const periods = [...history.periods].reverse();
  const id = `${groupFragment(history)}-tabell`;
  const hasMedian = periods.some(({ spread }) => spread !== null);
  const row = ({ id: member, name }: ComparedMember): Html => {
    const cells = new Map(
      context.cells(metric, metric.finest, 'period', facts.members.with(at, member)).map(cell => [cell.period_start, cell]),
    );
    return html`<tr class="${member === dimension.own ? 'own' : nothing}">
      <th scope="row">${name}</th>
      ${places === null ? nothing : html`<td>${places.get(member) ?? t.noRow}</td>`}
      ${periods.map(({ period_start }) => html`<td>${cellText(cells.get(period_start), metric.decimals)}</td>`)}
    </tr>`;
  };
  return html`<p class="cap" id="${id}">${t.tableCaption(groupName(history), metric.unit)}</p>
    <div class="scroll tall" tabindex="0" role="region" aria-labelledby="${id}">
      <table class="figs" data-sortable aria-labelledby="${id}">
        <thead>
          <tr>
            <th scope="col">${t.tableColumns.member}</th>
            ${places === null ? nothing : html`<th scope="col">${t.tableColumns.place}</th>`}
            ${periods.map(({ period_start }) => html`<th scope="col">${formatPeriodShort(metric.finest, period_start)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${
            hasMedian
              ? html`<tr class="sum">
                  <th scope="row">${t.medianRow}</th>
                  ${places === null ? nothing : html`<td></td>`}
                  ${periods.map(({ spread }) => html`<td>${spread === null ? t.noRow : formatNumber(spread.median, metric.decimals)}</td>`)}
                </tr>`
              : nothing
          }
          ${shown.map(row)}
        </tbody>
      </table>
    </div>`;
}

const cellText = (cell: Observation | undefined, decimals: number): Html =>
  cell === undefined || cell.value === null
    ? html`<span class="flagged">${cell === undefined ? t.noRow : statusTexts.flagShort[cell.flag ?? 'missing']}</span>`
    : formatNumber(cell.value, decimals);

/** Each member's place by value as printed; equals share the best. Members stand best first. */
function placesOf(members: readonly ComparedMember[], decimals: number): Map<string, string> {
  const printed = members.flatMap(({ id, row }) => (row === null || row.value === null ? [] : [{ id, value: round(row.value, decimals) }]));
  return new Map(printed.map(({ id, value }) => [id, String(1 + printed.findIndex(other => other.value === value))]));
}
