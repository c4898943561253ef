import { ICON } from '../../dashboards/icon.ts';
import type { StatusFile } from '../../pipeline/contract/manifest.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { EDITION_DATE_TOKEN, EDITION_TOKEN, renderOffline, renderSeries } from '../../dashboards/render-site.ts';
import { paths } from '../../dashboards/paths.ts';
import { reportsOf } from '../../dashboards/report/report.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { exploreMetric } from '../../dashboards/explore/explore-metric.ts';
import { tableOf } from '../../dashboards/explore/explore-table.ts';
import { renderOpenData } from '../../pipeline/render/render-open-data.ts';
import { exploreFile } from '../../pipeline/render/explore-file.ts';
import type { BuiltAssets } from './build-assets.ts';
import { fixtureSite, seriesPath } from './fixture-site.ts';
import { renderSite } from './render-pages.ts';

export type Tree = ReadonlyMap<string, string | Buffer>;

const notDue: StatusFile = { edition: '7c1e9a04', running: false, failures: [], late: [], due: null };

/** A whole tree as publish would leave it, with the follow-ups' pages under `uppfoljning/`. */
export async function fixtureTree(built: BuiltAssets, site: Site = fixtureSite(), status: StatusFile = notDue): Promise<Tree> {
  const tree = new Map<string, string | Buffer>(built.files);
  tree.set('status.js', `window.malbildStatus = ${JSON.stringify(status)};\n`);
  await addPages(tree, '', site, built);
  for (const followUp of site.follow_ups) {
    const then: Site = { ...site, follow_up: followUp, follow_ups: [], as_of: followUp.as_of };
    await addPages(tree, `uppfoljning/${followUp.id}/`, then, built);
    for (const [path, file] of built.files) tree.set(`uppfoljning/${followUp.id}/${path}`, file);
  }
  if (built.assets.scripts.offline !== undefined) {
    const own = [...tree].filter(([path]) => path.endsWith('.html') && !path.startsWith('uppfoljning/'));
    const pages = own.map(([path, html]) => ({ path, version: String(html), html: String(html) }));
    tree.set('sw.js', await renderOffline(site, built.offline, [...built.files.keys()], pages));
  }
  return tree;
}

async function addPages(tree: Map<string, string | Buffer>, under: string, site: Site, built: BuiltAssets): Promise<void> {
  for (const { path, html } of await renderSite(site, built.assets)) {
    tree.set(`${under}${path}`, html.replaceAll(EDITION_TOKEN, '7c1e9a04').replaceAll(EDITION_DATE_TOKEN, '17 november 2026'));
  }
  for (const metric of site.metrics) {
    for (const { node, json } of renderSeries(site, metric)) tree.set(`${under}${seriesPath(metric.id, node)}`, json);
    const explored = exploreFile(tableOf(exploreMetric(site, metric), metric.observations));
    tree.set(`${under}${metric.explore().path}`, Buffer.from(explored));
    for (const format of ['csv', 'json', 'parquet']) tree.set(`${under}data/observations/${metric.id}.${format}`, '');
    tree.set(`${under}data/excel/${metric.id}.csv`, '');
    tree.set(`${under}data/judgements/${metric.id}.json`, '{}');
    if (metric.parts.length > 0) tree.set(`${under}data/parts/${metric.id}.csv`, '');
  }
  for (const { place } of reportsOf(indexSite(site)))
    for (const format of site.reports.formats) tree.set(`${under}${paths.reportFile(place, format)}`, '');
  for (const { path, bytes } of renderOpenData(site, null, [])) tree.set(`${under}${path}`, Buffer.from(bytes));
  tree.set(`${under}icon.svg`, ICON);
  tree.set(`${under}data/manifest.json`, '{}');
  tree.set(`${under}data/goals.json`, '{}');
}
