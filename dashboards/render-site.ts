import type { Site } from '../pipeline/contract/site.ts';
import { createBuildEngine } from './charts/build-engine.ts';
import type { Page, PageContext, SiteAssets } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { boardListPage } from './pages/board-list.ts';
import { boardPage } from './pages/board.ts';
import { dataQualityPage } from './pages/data-quality.ts';
import { goalListPage } from './pages/goal-list.ts';
import { goalPage } from './pages/goal.ts';
import { metricListPage } from './pages/metric-list.ts';
import { metricPages } from './pages/metric.ts';
import { overviewPage } from './pages/overview.ts';
import { sourceCataloguePage } from './pages/source-catalogue.ts';
import { indexSite } from './site-index.ts';
import { styleHash } from './style-hash.ts';

export { EDITION_DATE_TOKEN, EDITION_TOKEN } from './edition.ts';
export type { Page, SiteAssets } from './page.ts';
export { renderSeries } from './render-series.ts';

/** Every page of one audience's tree, in path order. The same site gives the same bytes. */
export async function renderSite(site: Site, assets: SiteAssets): Promise<Page[]> {
  const context: PageContext = { ...indexSite(site), assets, styleHash: await styleHash(assets.css), charts: createBuildEngine() };
  const pages = [
    overviewPage(context),
    ...(site.plans.length === 0 ? [] : [goalListPage(context)]),
    ...context.goals.map(placed => goalPage(context, placed)),
    ...(context.boards.length === 0 ? [] : [boardListPage(context)]),
    ...context.boards.map(board => boardPage(context, board)),
    metricListPage(context),
    ...site.metrics.flatMap(metric => metricPages(context, metric)),
    dataQualityPage(context),
    ...(site.sources.length === 0 ? [] : [sourceCataloguePage(context)]),
    aboutPage(context),
  ];
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
