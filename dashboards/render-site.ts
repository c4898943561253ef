import type { Site } from '../pipeline/contract/site.ts';
import { createBuildEngine } from './charts/build-engine.ts';
import type { Page, PageContext, SiteAssets } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { boardListPage } from './pages/board-list.ts';
import { boardPage } from './pages/board.ts';
import { dataQualityPage } from './pages/data-quality.ts';
import { explorePage } from './pages/explore.ts';
import { goalListPage } from './pages/goal-list.ts';
import { goalPage } from './pages/goal.ts';
import { metricListPage } from './pages/metric-list.ts';
import { metricNodes, metricPage } from './pages/metric.ts';
import { notFoundPage } from './pages/not-found.ts';
import { offlinePage } from './pages/offline.ts';
import { openDataPage } from './pages/open-data.ts';
import { overviewPage } from './pages/overview.ts';
import { searchPage } from './pages/search.ts';
import { sourceCataloguePage } from './pages/source-catalogue.ts';
import { unitPage } from './pages/unit.ts';
import { paths } from './paths.ts';
import { unitNodes } from './place-tree.ts';
import { indexSite } from './site-index.ts';
import { styleHash } from './style-hash.ts';

export { EDITION_DATE_TOKEN, EDITION_TOKEN } from './edition.ts';
export type { Page, SiteAssets } from './page.ts';
export { renderOffline } from './offline/render-offline.ts';
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
  return [
    page(paths.overview, () => overviewPage(context)),
    ...(site.plans.length === 0 ? [] : [page(paths.goals, () => goalListPage(context))]),
    ...context.goals.map(placed => page(paths.goal(placed.plan.plan, placed.goal.id), () => goalPage(context, placed))),
    ...(context.boards.length === 0 ? [] : [page(paths.boards, () => boardListPage(context))]),
    ...context.boards.map(board => page(paths.board(board.id), () => boardPage(context, board))),
    ...unitNodes(context).map(node => page(paths.unit(node.id), () => unitPage(context, node))),
    page(paths.metrics, () => metricListPage(context)),
    ...site.metrics.flatMap(metric =>
      metricNodes(context, metric).map(node => page(paths.metricAt(metric.id, node), () => metricPage(context, metric, node))),
    ),
    ...(site.metrics.length === 0 ? [] : [page(paths.explore, () => explorePage(context))]),
    page(paths.dataQuality, () => dataQualityPage(context)),
    ...(site.sources.length === 0 ? [] : [page(paths.sources, () => sourceCataloguePage(context))]),
    page(paths.openData, () => openDataPage(context)),
    page(paths.about, () => aboutPage(context)),
    page(paths.search, () => searchPage(context)),
    page(paths.notFound, () => notFoundPage(context)),
    ...(assets.scripts.offline === undefined || site.follow_up !== null ? [] : [page(paths.offline, () => offlinePage(context))]),
  ];
}
