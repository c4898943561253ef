import { formatPeriodShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { MappedMember, MappedMetric } from '../mapped-metric.ts';
import { compareTexts } from '#texts/compare.ts';
import { mapTexts as t } from '#texts/map.ts';
import { statusTexts } from '#texts/status.ts';

/** Every member's value in every period, the highest of the shown period first. The map's element reads it: nothing is said twice in a page. */
export function mapTable({ metric, dimension, geography, members, periods }: MappedMetric): Html {
  const columns = [...periods].reverse();
  const areas = new Set(geography.areas.map(({ id }) => id));
  const row = (member: MappedMember): Html =>
    html`<tr class="${member.id === dimension.own ? 'own' : nothing}" data-area="${member.id}">
      <th scope="row">${member.name}${areas.has(member.id) ? nothing : html` <span class="quiet">${t.withoutArea}</span>`}</th>
      ${columns.map(period => html`<td>${cellText(metric.decimals, member, period)}</td>`)}
    </tr>`;
  return html`<p class="cap" id="omraden">${t.tableCaption(metric.unit)}</p>
    <div class="scroll tall" tabindex="0" role="region" aria-labelledby="omraden">
      <table class="figs" data-sortable aria-labelledby="omraden">
        <thead>
          <tr>
            <th scope="col">${dimension.name}</th>
            ${columns.map(period => html`<th scope="col" data-period="${period}">${formatPeriodShort(metric.finest, period)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${members.map(row)}
        </tbody>
      </table>
    </div>`;
}

function cellText(decimals: number, { rows }: MappedMember, period: string): Html {
  const row = rows.get(period);
  if (row !== undefined && row.value !== null) return formatNumber(row.value, decimals);
  return html`<span class="flagged">${row === undefined ? compareTexts.noRow : statusTexts.flagShort[row.flag ?? 'missing']}</span>`;
}
