import { formatSpan } from '../../pipeline/contract/format-day.ts';
import { monthOf, periodStart } from '../../pipeline/contract/period.ts';
import type { SiteMetric } from '../../pipeline/contract/site.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { PageContext } from '../page.ts';
import { membersOf } from '../place-of.ts';
import { metricTexts as t } from '#texts/metric.ts';
import { cellWords } from '../words.ts';
import { figureTags } from './figure-tags.ts';
import { exampleTag } from './tags.ts';

/**
 * The outcome at each follow-up, as known now: the year to date through its last day, earliest first. Nothing where no
 * follow-up ends with one of the metric's periods. What was reported then is in the follow-up's own edition.
 */
export function followUpTable(context: PageContext, metric: SiteMetric, place: string): Html {
  const members = membersOf(context, metric, place);
  const toDate = metric.grains.flatMap(grain => context.cells(metric, grain, 'ytd', members));
  const rows = [...context.site.follow_ups].reverse().flatMap(followUp => {
    const cell = toDate.find(({ period_end }) => period_end === followUp.through);
    return cell ? [{ followUp, cell }] : [];
  });
  if (rows.length === 0) return nothing;
  return html`<p class="cap" id="uppfoljningar">${t.followUps}.${exampleTag(metric.example)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="uppfoljningar">
      <table class="figs short" aria-labelledby="uppfoljningar">
        <thead>
          <tr>
            <th scope="col">${t.followUp}</th>
            <th scope="col">${t.columns.period}</th>
            <th scope="col">${t.outcome}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ followUp, cell }) => {
            const last = monthOf(followUp.through);
            return html`<tr>
              <th scope="row">${followUp.name}</th>
              <td>${formatSpan(periodStart(last, 'year'), last)}</td>
              <td>${cellWords(cell, metric)}${figureTags(context, metric, cell)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
}
