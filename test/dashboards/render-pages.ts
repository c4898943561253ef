import type { Page, SiteAssets } from '../../dashboards/render-site.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import type { Site } from '../../pipeline/contract/site.ts';

/** Every page of one audience's tree, rendered, in path order. */
export async function renderSite(site: Site, assets: SiteAssets): Promise<Page[]> {
  const pages = (await sitePages(site, assets)).map(page => page.render());
  return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
}
