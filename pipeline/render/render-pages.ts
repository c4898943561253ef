import type { OfflinePage } from '../../dashboards/offline/render-offline.ts';
import type { SitePage } from '../../dashboards/render-site.ts';
import { narrowSite, sitePages } from '../../dashboards/render-site.ts';
import type { Site } from '../contract/site.ts';
import { digestOf } from '../words/digest.ts';
import type { BrowserBundle } from '../words/stages.ts';
import type { Drawers } from './draw/drawers.ts';
import { drawPages } from './draw/draw-pages.ts';
import { encode } from './encode.ts';
import type { Gathering } from './gather-files.ts';

/** What the pages and series of one metric are made from. */
export interface About {
  narrowed: Site;
  key: string;
}

/** Every page, in order: taken over where it would be made of the same, else drawn. */
export async function renderPages(
  site: Site,
  own: ReadonlyMap<string, About>,
  bundle: BrowserBundle,
  tree: Gathering,
  drawers: Drawers,
): Promise<OfflinePage[]> {
  const drawnWith = digestOf([bundle.css, bundle.scripts]);
  const keyOf = ({ metric }: SitePage) => (metric === null ? undefined : digestOf([drawnWith, own.get(metric)!.key]));
  const pages = await sitePages(site, bundle);
  const taken = new Set<SitePage>();
  for (const page of pages) {
    const key = keyOf(page);
    if (key !== undefined && (await tree.takeOver([page.path], key))) taken.add(page);
  }
  const toDraw = pages.filter(page => !taken.has(page));
  const others = toDraw.filter(({ metric }) => metric === null);
  const metrics = site.metrics
    .map(metric => ({ narrowed: () => narrowSite(site, metric), pages: toDraw.filter(page => page.metric === metric.id) }))
    .filter(({ pages: about }) => about.length > 0);
  const drawn = await drawPages(others, metrics, drawers.forPages(toDraw.length - others.length));
  return pages.map(page => {
    const { path } = page;
    const key = keyOf(page);
    if (taken.has(page)) return { path, version: key!, html: '' };
    const html = drawn.get(path)!;
    tree.add({ path, bytes: encode(html) }, key);
    return { path, version: key ?? digestOf(html), html };
  });
}
