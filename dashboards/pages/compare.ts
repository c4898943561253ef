import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { GroupHistory } from '../../pipeline/contract/comparisons.ts';
import type { ComparedMetric } from '../compare-group.ts';
import { comparedMetrics, groupFragment, groupName, latestOf } from '../compare-group.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { hasMap } from '../mapped-metric.ts';
import type { Page, PageContext } from '../page.ts';
import { compareGroup } from '../parts/compare-group.ts';
import { compareSentence } from '../parts/compare-sentence.ts';
import { figuresNote } from '../parts/figures-note.ts';
import { figureTable } from '../parts/figure-table.ts';
import { layout } from '../parts/layout.ts';
import { exampleTag } from '../parts/tags.ts';
import { link, paths } from '../paths.ts';
import { compareTexts as t } from '#texts/compare.ts';
import { layoutTexts } from '#texts/layout.ts';

/** Every metric that can be compared, with the own place among each group. */
export function compareListPage(context: PageContext): Page {
  const path = paths.compare;
  const metrics = comparedMetrics(context);
  const groups = [...new Map(metrics.flatMap(({ facts }) => facts.groups.map(group => [groupFragment(group), group]))).values()];
  const row = (compared: ComparedMetric): Html => {
    const { metric, facts } = compared;
    const target = paths.compareMetric(metric.id);
    const { latest } = facts;
    return html`<tr>
      <th scope="row">
        <a href="${link(path, target)}">${metric.name}</a>${exampleTag(metric.example)}
        <span class="under">${t.unitAndDesired(metric.unit, t.desiredShort[metric.desired])}</span>
      </th>
      <td>
        ${latest === null || latest.value === null ? t.noRow : html`${formatNumber(latest.value, metric.decimals)} <span class="quiet">(${formatPeriod(metric.finest, latest.period_start)})</span>`}
      </td>
      ${groups.map(
        ({ group }) =>
          html`<td>
            ${placeText(
              compared,
              facts.groups.find(history => history.group === group),
            )}
          </td>`,
      )}
    </tr>`;
  };
  const [first] = metrics;
  const body = html`<h1>${t.listTitle}</h1>
    <p class="lede">${t.listLede(metrics.length, first!.own)}</p>
    <section aria-label="${t.listTitle}">
      ${figureTable('jamfor', t.listCaption, [...Object.values(t.listColumns), ...groups.map(groupName)], metrics.map(row))}
    </section>
    ${context.site.metrics.some(metric => hasMap(context, metric)) ? html`<p class="links"><a href="${link(path, paths.map)}">${t.mapsOf}</a></p>` : nothing}`;
  return layout(context, { path, title: t.listTitle, menu: 'compare', crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}

/** `3 av 8 (2023)`, or a word where there is no place. */
function placeText({ metric }: ComparedMetric, history: GroupHistory | undefined): string {
  if (history === undefined) return t.noRow;
  const { standing, period_start } = latestOf(history);
  return standing === null ? t.noPlace : t.placeWithPeriod(standing.rank, standing.ranked, formatPeriod(metric.finest, period_start));
}

/** One metric beside each group that it can be compared with. */
export function comparePage(context: PageContext, compared: ComparedMetric): Page {
  const { metric, facts } = compared;
  const path = paths.compareMetric(metric.id);
  const title = t.pageTitle(metric.name);
  const body = html`<h1>${title}</h1>
    <p class="lede">${compareSentence(compared, facts.groups[0]!)}</p>
    <p class="links">
      ${facts.groups.map(group => html`<a href="#${groupFragment(group)}">${groupName(group)}</a>`)}
      ${hasMap(context, metric) ? html`<a href="${link(path, paths.mapMetric(metric.id))}">${t.toMap}</a>` : nothing}
      <a href="${link(path, paths.metric(metric.id))}">${t.toMetric(metric.name)}</a>
    </p>
    ${figuresNote(context, metric)} ${facts.groups.map((history, i) => compareGroup(context, compared, history, i > 0))}`;
  return layout(context, {
    path,
    title,
    menu: 'compare',
    crumbs: [
      [layoutTexts.menu.overview, paths.overview],
      [layoutTexts.menu.compare, paths.compare],
    ],
    body,
  });
}
