import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../../dashboards/edition.ts';
import { ICON, ICON_PATH } from '../../dashboards/icon.ts';
import { exploreMetric } from '../../dashboards/explore/explore-metric.ts';
import { tableOf } from '../../dashboards/explore/explore-table.ts';
import { remember } from '../../dashboards/remember.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import { seriesFile, seriesNodes } from '../../dashboards/series-file.ts';
import type { BrowserBundle, FindFile, RenderInput } from '../words/stages.ts';
import { formatDay } from '../contract/format-day.ts';
import { encode } from './encode.ts';
import { describeFile, exploreFile } from './explore-file.ts';
import { siteModel } from './site-model.ts';

/** Stands where an edition's id would. */
const NO_EDITION = 'förhandsvisning';

/**
 * The pages of an audience as they would be published, each made the first time it is asked for, and the series they ask for. Not the open data or
 * the files of reports, nor what tells when an edition is due.
 */
export async function siteOnDemand(input: RenderInput, bundle: BrowserBundle): Promise<FindFile> {
  const model = await siteModel(input);
  const series = new Map<string, () => string>();
  const tables = new Map<string, () => Uint8Array>();
  const metrics = model.metrics.map(metric => {
    const json: Record<string, string> = {};
    for (const node of seriesNodes(model, metric)) {
      const path = (json[node] = `data/pages/${metric.id}/${node}.json`);
      series.set(path, () => JSON.stringify(seriesFile(model, metric, node)));
    }
    const arrow = `data/explore/${metric.id}.arrow`;
    const bytes = remember(() => exploreFile(tableOf(exploreMetric(model, metric), metric.observations)));
    tables.set(arrow, () => bytes(metric));
    return { ...metric, json, explore: () => describeFile(arrow, bytes(metric)) };
  });
  const pages = new Map(
    (await sitePages({ ...model, metrics, reports: { ...model.reports, formats: [] } }, notKept(bundle))).map(page => [
      page.path,
      page.render,
    ]),
  );
  const fixed = new Map(bundle.files.map(file => [file.path, file.bytes]));
  const made = new Map<string, Uint8Array>([[ICON_PATH, encode(ICON)]]);
  return path => {
    const known = made.get(path) ?? fixed.get(path) ?? tables.get(path)?.();
    if (known) return known;
    const html = pages.get(path)?.().html.replaceAll(EDITION_TOKEN, NO_EDITION).replaceAll(EDITION_DATE_TOKEN, formatDay(input.asOf));
    const text = html ?? series.get(path)?.();
    if (text === undefined) return null;
    const bytes = encode(text);
    made.set(path, bytes);
    return bytes;
  };
}

/** What a page that changes while it is written must not be: kept by the browser. */
const notKept = ({ css, scripts: { drill, due }, explore }: BrowserBundle) => ({ css, scripts: { drill, due }, explore });
