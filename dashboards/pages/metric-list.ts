import { rankedMetrics } from '../goal-metrics.ts';
import { html } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { metricTable } from '../parts/metric-table.ts';
import { paths } from '../paths.ts';
import { compareSwedish } from '../site-index.ts';
import { layoutTexts } from '#texts/layout.ts';
import { metricTexts as t } from '#texts/metric.ts';

/** Every metric, by name, with the whole municipality's figures. */
export function metricListPage(context: PageContext): Page {
  const path = paths.metrics;
  const ranked = [...rankedMetrics(context, '*')].sort((a, b) => compareSwedish(a.metric.name, b.metric.name));
  const without = context.site.metrics.filter(metric => context.facts(metric, '*') === null);
  const body = html`<h1>${t.listTitle}</h1>
    <p class="lede">${t.listLede(context.site.metrics.length)}</p>
    <section aria-label="${t.listTitle}">
      ${metricTable(context, path, 'nyckeltal', t.listCaption, ranked, ({ metric }) => paths.metric(metric.id))}
      ${without.length === 0 ? '' : html`<p class="empty">${t.withoutFigures(without.map(({ name }) => name).join(', '))}</p>`}
    </section>`;
  return layout(context, { path, title: t.listTitle, menu: 'metrics', crumbs: [[layoutTexts.menu.overview, paths.overview]], body });
}
