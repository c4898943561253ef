import type { Site } from '../pipeline/contract/site.ts';
import { createBuildEngine } from './charts/build-engine.ts';
import { comparedMetrics } from './compare-group.ts';
import { mappedMetrics } from './mapped-metric.ts';
import type { Page, PageContext, SiteAssets } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { boardListPage } from './pages/board-list.ts';
import { boardPage } from './pages/board.ts';
import { compareListPage, comparePage } from './pages/compare.ts';
import { dataQualityPage } from './pages/data-quality.ts';
import { goalListPage } from './pages/goal-list.ts';
import { goalPage } from './pages/goal.ts';
import { mapListPage, mapPage } from './pages/map.ts';
import { metricListPage } from './pages/metric-list.ts';
import { metricNodes, metricPage } from './pages/metric.ts';
import { overviewPage } from './pages/overview.ts';
import { sourceCataloguePage } from './pages/source-catalogue.ts';
import { paths } from './paths.ts';
import { indexSite } from './site-index.ts';
import { styleHash } from './style-hash.ts';

export { EDITION_DATE_TOKEN, EDITION_TOKEN } from './edition.ts';
export type { Page, SiteAssets } from './page.ts';
export { renderSeries } from './render-series.ts';

/** Every page of one audience's tree, in path order. The same site gives the same bytes. */
export async function renderSite(site: Site, assets: SiteAssets): Promise<Page[]> {
  const pages = (await sitePages(site, assets)).map(page => page.render());
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every page that there is to render, by its path. */
export async function sitePages(site: Site, assets: SiteAssets): Promise<{ path: string; render(): Page }[]> {
  const context: PageContext = { ...indexSite(site), assets, styleHash: await styleHash(assets.css), charts: createBuildEngine() };
  const page = (path: string, render: () => Page) => ({ path, render });
  const compared = comparedMetrics(context);
  const mapped = mappedMetrics(context);
  return [
    page(paths.overview, () => overviewPage(context)),
    ...(site.plans.length === 0 ? [] : [page(paths.goals, () => goalListPage(context))]),
    ...context.goals.map(placed => page(paths.goal(placed.plan.plan, placed.goal.id), () => goalPage(context, placed))),
    ...(context.boards.length === 0 ? [] : [page(paths.boards, () => boardListPage(context))]),
    ...context.boards.map(board => page(paths.board(board.id), () => boardPage(context, board))),
    page(paths.metrics, () => metricListPage(context)),
    ...site.metrics.flatMap(metric =>
      metricNodes(context, metric).map(node => page(paths.metricAt(metric.id, node), () => metricPage(context, metric, node))),
    ),
    ...(compared.length === 0 ? [] : [page(paths.compare, () => compareListPage(context))]),
    ...compared.map(one => page(paths.compareMetric(one.metric.id), () => comparePage(context, one))),
    ...(mapped.length === 0 ? [] : [page(paths.map, () => mapListPage(context))]),
    ...mapped.map(one => page(paths.mapMetric(one.metric.id), () => mapPage(context, one))),
    page(paths.dataQuality, () => dataQualityPage(context)),
    ...(site.sources.length === 0 ? [] : [page(paths.sources, () => sourceCataloguePage(context))]),
    page(paths.about, () => aboutPage(context)),
  ];
}
