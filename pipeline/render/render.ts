import type { Site } from '../contract/site.ts';
import { exploreMetric } from '../../dashboards/explore/explore-metric.ts';
import { tableOf } from '../../dashboards/explore/explore-table.ts';
import { renderSeries } from '../../dashboards/render-series.ts';
import { ICON, ICON_PATH } from '../../dashboards/icon.ts';
import { paths } from '../../dashboards/paths.ts';
import { renderOffline, renderSite } from '../../dashboards/render-site.ts';
import type { Effects } from '../effects/effects.ts';
import type { BrowserBundle, RenderedFile, RenderInput, Warehouse } from '../words/stages.ts';
import { encode } from './encode.ts';
import { describeFile, exploreFile } from './explore-file.ts';
import { hashedName } from './hashed-name.ts';
import { renderData } from './render-data.ts';
import { siteModel } from './site-model.ts';

/** What one audience's tree holds, all but its manifest and status. */
export interface Rendered {
  site: Site;
  files: readonly RenderedFile[];
}

/** The audience's cells and judgements → data files, the pages' series and Utforska's Arrow under hashed names, and pages. */
export async function render(input: RenderInput, bundle: BrowserBundle, warehouse: Warehouse, effects: Effects): Promise<Rendered> {
  effects.log.step('render.data', input.cells.audience);
  // Parquet is made by DuckDB while the pages are.
  const data = renderData(input.cells, input.judged, warehouse);
  data.catch(() => undefined); // It is awaited below; until then a failure waits too.
  const model = await siteModel(input);
  const series: RenderedFile[] = [];
  const metrics = model.metrics.map(metric => {
    const json: Record<string, string> = {};
    for (const { node, json: text } of renderSeries(model, metric)) {
      const bytes = encode(text);
      json[node] = hashedName(`data/pages/${metric.id}`, bytes, 'json');
      series.push({ path: json[node], bytes });
    }
    const arrow = exploreFile(tableOf(exploreMetric(model, metric), metric.observations));
    const described = describeFile(hashedName(`data/explore/${metric.id}`, arrow, 'arrow'), arrow);
    series.push({ path: described.path, bytes: arrow });
    return { ...metric, json, explore: () => described };
  });
  effects.log.step('render.pages', input.cells.audience);
  const site = { ...model, metrics };
  const pages = (await renderSite(site, bundle)).map(({ path, html }) => ({ path, bytes: encode(html) }));
  const icon = { path: ICON_PATH, bytes: encode(ICON) };
  const unique = new Map([icon, ...(await data), ...series, ...bundle.files, ...pages].map(file => [file.path, file]));
  const files = [...unique.values()];
  // A follow-up's pages lie under a tree whose service worker keeps them too.
  if (site.follow_up === null) files.push({ path: paths.worker, bytes: encode(await renderOffline(site, bundle.scripts.offline, files)) });
  return { site, files };
}
