import type { Site, SiteMetric } from '../pipeline/contract/site.ts';
import { createBuildEngine } from './charts/build-engine.ts';
import { comparedMetrics } from './compare-group.ts';
import { mappedMetrics } from './mapped-metric.ts';
import type { Page, PageContext, SiteAssets } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { boardListPage } from './pages/board-list.ts';
import { boardPage } from './pages/board.ts';
import { compareListPage, comparePage } from './pages/compare.ts';
import { dataQualityPage } from './pages/data-quality.ts';
import { editionsPage } from './pages/editions.ts';
import { explorePage } from './pages/explore.ts';
import { goalListPage } from './pages/goal-list.ts';
import { goalPage } from './pages/goal.ts';
import { mapListPage, mapPage } from './pages/map.ts';
import { metricListPage } from './pages/metric-list.ts';
import { metricNodes, metricPage } from './pages/metric.ts';
import { notFoundPage } from './pages/not-found.ts';
import { offlinePage } from './pages/offline.ts';
import { openDataPage } from './pages/open-data.ts';
import { overviewPage } from './pages/overview.ts';
import { reportPage } from './pages/report.ts';
import { searchPage } from './pages/search.ts';
import { sourceCataloguePage } from './pages/source-catalogue.ts';
import { unitPage } from './pages/unit.ts';
import { narrowSite } from './narrow-site.ts';
import { paths } from './paths.ts';
import { unitNodes } from './place-tree.ts';
import { reportsOf } from './report/report.ts';
import { indexSite } from './site-index.ts';
import { styleHash } from './style-hash.ts';

export { EDITION_DATE_TOKEN, EDITION_TOKEN } from './edition.ts';
export type { Page, SiteAssets } from './page.ts';
export { renderOffline } from './offline/render-offline.ts';
export { narrowSite } from './narrow-site.ts';
export { renderSeries } from './render-series.ts';

/** A page that there is to render. `metric`: it is made from the site narrowed to that metric alone; null where it may read all of it. */
export interface SitePage {
  path: string;
  metric: string | null;
  render(): Page;
}

/** Every page of one audience's tree that there is to render. The same site gives the same bytes. */
export async function sitePages(site: Site, assets: SiteAssets): Promise<SitePage[]> {
  const tools = { assets, styleHash: await styleHash(assets.css), charts: createBuildEngine() };
  const context: PageContext = { ...indexSite(site), ...tools };
  const page = (path: string, render: () => Page): SitePage => ({ path, metric: null, render });
  // Made of what `narrowSite` leaves, once a metric.
  const pagesAbout = (metric: SiteMetric, nodes: readonly string[], render: (own: PageContext, node: string) => Page): SitePage[] => {
    let own: PageContext | null = null;
    return nodes.map(node => ({
      path: paths.metricAt(metric.id, node),
      metric: metric.id,
      render: () => render((own ??= { ...indexSite(narrowSite(site, metric)), ...tools }), node),
    }));
  };
  const compared = comparedMetrics(context);
  const mapped = mappedMetrics(context);
  return [
    page(paths.overview, () => overviewPage(context)),
    ...(site.plans.length === 0 ? [] : [page(paths.goals, () => goalListPage(context))]),
    ...context.goals.map(placed => page(paths.goal(placed.plan.plan, placed.goal.id), () => goalPage(context, placed))),
    ...(context.boards.length === 0 ? [] : [page(paths.boards, () => boardListPage(context))]),
    ...context.boards.map(board => page(paths.board(board.id), () => boardPage(context, board))),
    ...unitNodes(context).map(node => page(paths.unit(node.id), () => unitPage(context, node))),
    ...reportsOf(context).map(report => page(paths.report(report.place), () => reportPage(context, report))),
    page(paths.metrics, () => metricListPage(context)),
    ...site.metrics.flatMap(metric => pagesAbout(metric, metricNodes(context, metric), (own, node) => metricPage(own, metric, node))),
    ...(compared.length === 0 ? [] : [page(paths.compare, () => compareListPage(context))]),
    ...compared.map(one => page(paths.compareMetric(one.metric.id), () => comparePage(context, one))),
    ...(mapped.length === 0 ? [] : [page(paths.map, () => mapListPage(context))]),
    ...mapped.map(one => page(paths.mapMetric(one.metric.id), () => mapPage(context, one))),
    ...(site.metrics.length === 0 ? [] : [page(paths.explore, () => explorePage(context))]),
    page(paths.dataQuality, () => dataQualityPage(context)),
    ...(site.sources.length === 0 ? [] : [page(paths.sources, () => sourceCataloguePage(context))]),
    page(paths.editions, () => editionsPage(context)),
    page(paths.openData, () => openDataPage(context)),
    page(paths.about, () => aboutPage(context)),
    page(paths.search, () => searchPage(context)),
    page(paths.notFound, () => notFoundPage(context)),
    ...(assets.scripts.offline === undefined || site.follow_up !== null ? [] : [page(paths.offline, () => offlinePage(context))]),
  ];
}
