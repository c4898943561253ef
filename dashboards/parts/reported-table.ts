import { formatDay, formatPeriod, formatSpan } from '../../pipeline/contract/format-day.ts';
import { keyOf, type Observation } from '../../pipeline/contract/observation.ts';
import { GRAIN_MONTHS, monthOf, periodStart } from '../../pipeline/contract/period.ts';
import type { SiteMetric, SiteReported } from '../../pipeline/contract/site.ts';
import { drawFigureTable } from '../drill/figure-table.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link, paths } from '../paths.ts';
import { remember } from '../remember.ts';
import { editionTexts as t } from '#texts/editions.ts';
import { cellWords } from '../words.ts';
import { exampleTag } from './tags.ts';

/** What each follow-up that the tree lists reported of a metric at a place, beside what is known now; nothing where none did. */
export function reportedTable(context: PageContext, page: string, metric: SiteMetric, place: string): Html {
  const reported = metric.reported.filter(one => one.place === place);
  if (reported.length === 0) return nothing;
  const rows = reported.map(one => reportedRow(context, page, metric, one));
  const caption = html`${t.reported}${exampleTag(metric.example)}`;
  return html`<section aria-labelledby="utgavor">
    <h2 id="utgavor">${t.title}</h2>
    ${drawFigureTable({ html, nothing }, { id: 'utgavor-tabell', caption, columns: t.reportedColumns, words: 3 }, rows) as Html}
    <p class="small">${t.reportedNote} <a href="${link(page, paths.editions)}">${t.title}</a></p>
  </section>`;
}

function reportedRow(
  { site }: PageContext,
  page: string,
  metric: SiteMetric,
  { follow_up, then, page: frozen, causes }: SiteReported,
): Html {
  const { name, as_of, approval } = site.follow_ups.find(({ id }) => id === follow_up)!;
  const now = observationsOf(metric.observations).get(keyOf(then)) ?? null;
  return html`<tr>
    <th scope="row">${frozen === null || site.follow_up !== null ? name : html`<a href="${link(page, frozen)}">${name}</a>`}</th>
    <td>${cellWords(then, metric)}</td>
    <td>${now === null ? '–' : cellWords(now, metric)}</td>
    <td class="l wraps">${periodWords(then)}</td>
    <td class="l wraps">${formatDay(as_of)}<br /><span class="small quiet">${t.approval(approval)}</span></td>
    <td class="l wraps">${causes === null ? changeWords(then, now, metric) : t.revised(causes)}</td>
  </tr>`;
}

const observationsOf = remember((all: SiteMetric['observations']) => new Map(all.map(row => [keyOf(row), row])));

function periodWords({ grain, window, period_start }: Observation): string {
  const last = monthOf(period_start) + GRAIN_MONTHS[grain] - 1;
  return window === 'ytd' ? formatSpan(periodStart(last, 'year'), last) : formatPeriod(grain, period_start);
}

/** How a figure that is no revision differs from what was reported. */
function changeWords(then: Observation, now: Observation | null, metric: SiteMetric): string {
  if (now !== null && cellWords(then, metric) === cellWords(now, metric)) return t.change.same;
  return then.value !== null && now !== null && now.value !== null ? t.change.unsettled : t.change.other;
}
