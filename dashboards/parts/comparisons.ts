import { formatSpanShort } from '../../pipeline/contract/format-day.ts';
import { formatNumber, formatSigned } from '../../pipeline/contract/format-number.ts';
import type { AgainstEarlier, Beside, BesideWhole, GroupStanding } from '../../pipeline/contract/comparisons.ts';
import { monthOf, type Day } from '../../pipeline/contract/period.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { comparisonTexts as t } from '#texts/comparisons.ts';
import { figureTable } from './figure-table.ts';
import { exampleTag } from './tags.ts';

/** A cell's figure against earlier periods, the whole municipality and groups; nothing where there is nothing to compare. `more`: where there is more of it. */
export function comparisons(metric: SiteMetric, { previous, last_year, since_plan, whole, groups }: Beside, more: Html): Html {
  // A yearly metric's previous period is the year before.
  const isSame = previous !== null && last_year !== null && previous.before_start === last_year.before_start;
  const rows = [
    ...(previous && !isSame ? [earlierRow(metric, t.previous, previous)] : []),
    ...(last_year ? [earlierRow(metric, t.lastYear, last_year)] : []),
    ...since_plan.map(since => earlierRow(metric, t.sincePlan(since.name), since)),
    ...(whole ? [wholeRow(metric, whole)] : []),
  ];
  if (rows.length === 0 && groups.length === 0) return nothing;
  return html`<section aria-labelledby="jamforelser">
    <h2 id="jamforelser">${t.title}</h2>
    ${
      rows.length === 0
        ? nothing
        : figureTable(
            'jamfort',
            html`${t.caption(metric.unit)}${exampleTag(metric.example)}`,
            [t.columns.against, t.columns.period, t.columns.own, t.columns.other, difference(metric)],
            rows,
          )
    }
    ${
      groups.length === 0
        ? nothing
        : figureTable(
            'grupper',
            html`${t.groupCaption(metric.unit)}`,
            Object.values(t.groupColumns),
            groups.map(group => groupRow(metric, group)),
          )
    }
    ${more}
  </section>`;
}

const difference = (metric: SiteMetric): string => (metric.unit_id === 'percent' ? t.percentagePoints : t.columns.difference);
const spanText = (start: Day, end: Day): string => formatSpanShort(monthOf(start), monthOf(end));

function earlierRow({ decimals }: SiteMetric, name: string, against: AgainstEarlier): Html {
  const { own, before, per_day } = against;
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${t.spans(spanText(against.period_start, against.period_end), spanText(against.before_start, against.before_end))}</td>
    <td>${formatNumber(own, decimals)}</td>
    <td>${formatNumber(before, decimals)}</td>
    <td>
      ${formatSigned(against.difference, decimals)}${
        per_day === null
          ? nothing
          : html`<br /><span class="quiet"
                >${t.perDay(formatNumber(per_day.own, decimals + 2), formatNumber(per_day.before, decimals + 2))}</span
              >`
      }
    </td>
  </tr>`;
}

function wholeRow({ decimals }: SiteMetric, beside: BesideWhole): Html {
  const { share } = beside;
  return html`<tr>
    <th scope="row">${t.whole}</th>
    <td>${spanText(beside.period_start, beside.period_end)}</td>
    <td>${formatNumber(beside.own, decimals)}</td>
    <td>${formatNumber(beside.whole, decimals)}</td>
    <td>
      ${beside.difference !== null ? formatSigned(beside.difference, decimals) : share === null ? t.none : t.share(`${formatNumber(100 * share, 1)}\u00a0%`)}
    </td>
  </tr>`;
}

const groupRow = ({ decimals }: SiteMetric, group: GroupStanding): Html =>
  html`<tr>
    <th scope="row">${group.name}</th>
    <td>${spanText(group.period_start, group.period_end)}</td>
    <td>${String(group.n)}</td>
    ${[group.own, group.lower_quartile, group.median, group.upper_quartile, group.mean].map(value => html`<td>${formatNumber(value, decimals)}</td>`)}
    <td>${group.rank === null ? t.none : t.rank(group.rank, group.ranked)}</td>
  </tr>`;
