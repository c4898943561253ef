import { setImmediate } from 'node:timers/promises';
import type { ExploreFile } from '../contract/explore.ts';
import type { Site, SiteMetric } from '../contract/site.ts';
import { exploreMetric } from '../../dashboards/explore/explore-metric.ts';
import { excelTable } from '../../dashboards/open-data/excel-table.ts';
import { tableOf } from '../../dashboards/explore/explore-table.ts';
import { renderSeries } from '../../dashboards/render-series.ts';
import { ICON, ICON_PATH } from '../../dashboards/icon.ts';
import { paths } from '../../dashboards/paths.ts';
import { rememberEach } from '../../dashboards/remember.ts';
import { narrowSite, renderOffline } from '../../dashboards/render-site.ts';
import { reportsOf } from '../../dashboards/report/report.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { formatDay } from '../contract/format-day.ts';
import type { Effects } from '../effects/effects.ts';
import type { BrowserBundle, MadeBefore, PrintedReport, RenderInput, TreeFiles, Warehouse } from '../words/stages.ts';
import { drawersOf, NO_DRAWERS } from './draw/drawers.ts';
import { encode } from './encode.ts';
import { describeFile, exploreFile } from './explore-file.ts';
import { gatherFiles, NOTHING_BEFORE, type Gathering } from './gather-files.ts';
import { hashedName } from './hashed-name.ts';
import { renderData } from './render-data.ts';
import { renderOpenData } from './render-open-data.ts';
import { renderPages, type About } from './render-pages.ts';
import { reportWorkbook } from './report-workbook.ts';
import { siteDigest } from './site-digest.ts';
import { siteModel, toldBefore } from './site-model.ts';

export { drawersOf };

/** What one audience's tree holds, all but its manifest and status. */
export interface Rendered extends TreeFiles {
  site: Site;
  /** Reports that are to be printed once their pages lie there. */
  toPrint: readonly PrintedReport[];
}

/**
 * The audience's cells and judgements → data files, the pages' series under hashed names, and pages. What `before` has, made of the very same, is
 * not made again. `edition` is its id, which workbooks print.
 */
export async function render(
  input: RenderInput,
  bundle: BrowserBundle,
  warehouse: Warehouse,
  effects: Effects,
  edition: string,
  before = NOTHING_BEFORE,
  drawers = NO_DRAWERS,
): Promise<Rendered> {
  const tree = gatherFiles(before);
  effects.log.step('render.data', input.cells.audience);
  // Parquet is made by DuckDB while the pages are.
  const data = renderData(input.cells, input.judged, warehouse, tree);
  data.catch(() => undefined); // It is awaited below; until then a failure waits too.
  const model = await siteModel(input);
  const own: ReadonlyMap<string, About> = new Map(
    model.metrics.map(metric => {
      const narrowed = narrowSite(model, metric);
      return [metric.id, { narrowed, key: siteDigest(narrowed) }];
    }),
  );
  const metrics: SiteMetric[] = [];
  let anew = 0;
  for (const metric of model.metrics) {
    const about = own.get(metric.id)!;
    const explored = await exploreOf(metric, about, before, tree);
    const json = await seriesOf(metric, about, before, tree);
    metrics.push({ ...metric, json, explore: () => explored });
    // Threads take a while to start: they do as soon as it is known that there is enough to draw.
    if (json !== before.series(metric.id)) drawers.forPages((anew += Object.keys(json).length));
  }
  effects.log.step('render.pages', input.cells.audience);
  const site = { ...model, metrics };
  const drawing = renderPages(site, own, bundle, tree, drawers);
  drawing.catch(() => undefined); // It is awaited below; until then a failure waits too.
  // No page waits for them: drawers draw meanwhile.
  for (const metric of model.metrics) {
    await addExcel(metric, own.get(metric.id)!, tree);
    await setImmediate();
  }
  const pages = await drawing;
  for (const file of [{ path: ICON_PATH, bytes: encode(ICON) }, ...bundle.files]) tree.add(file);
  // A follow-up's pages lie under a tree whose service worker keeps them too.
  if (site.follow_up === null) {
    const assets = bundle.files.map(file => file.path);
    tree.add({ path: paths.worker, bytes: encode(await renderOffline(site, bundle.scripts.offline, assets, pages)) });
  }
  const index = indexSite(site);
  const reports = reportsOf(index);
  for (const report of reports)
    tree.add({
      path: paths.reportFile(report.place, 'xlsx'),
      bytes: await reportWorkbook(index, report, { edition, date: formatDay(site.as_of) }),
    });
  const csvs = await data;
  const earlier = toldBefore(input);
  const changed = metrics.filter(({ id }) => {
    const path = paths.observations(id, 'csv');
    return csvs.has(path) && csvs.get(path) !== earlier?.sha256(path);
  });
  for (const file of renderOpenData(site, earlier, changed)) tree.add(file);
  const made = tree.end();
  effects.log.step('render.same', `${made.same.length} files as in the edition before, ${made.files.length} made`);
  const toPrint = input.pdf === 'made' ? reports.map(({ place }) => printedReport(site, place)) : [];
  return { site, toPrint, ...made };
}

function printedReport({ audience, follow_up: followUp, municipality: { open_data: openData } }: Site, place: string): PrintedReport {
  const page = paths.report(place);
  const under = followUp === null ? page : paths.followUp(followUp.id).replace('index.html', page);
  const address = audience === 'public' && openData !== null ? openData.address + under : null;
  return { page, pdf: paths.reportFile(place, 'pdf'), address };
}

/** The paths of a metric's series, by node. */
async function seriesOf(
  metric: SiteMetric,
  { narrowed, key }: About,
  before: MadeBefore,
  tree: Gathering,
): Promise<Readonly<Record<string, string>>> {
  const known = before.series(metric.id);
  if (known !== null && (await tree.takeOver(Object.values(known), key))) return known;
  const json: Record<string, string> = {};
  for (const { node, json: text } of renderSeries(narrowed, metric)) {
    const bytes = encode(text);
    json[node] = hashedName(`data/pages/${metric.id}`, bytes, 'json');
    tree.add({ path: json[node], bytes }, key);
  }
  return json;
}

/** What both files say of a metric. */
const describedMetric = rememberEach(exploreMetric);

/** A metric's Arrow file for Utforska, with what a reader is told before it is fetched. */
async function exploreOf(metric: SiteMetric, { narrowed, key }: About, before: MadeBefore, tree: Gathering): Promise<ExploreFile> {
  const known = before.explore(metric.id);
  if (known !== null && (await tree.takeOver([known.path], key))) return known;
  const bytes = exploreFile(tableOf(describedMetric(narrowed, metric), metric.observations));
  const described = describeFile(hashedName(`data/explore/${metric.id}`, bytes, 'arrow'), bytes);
  tree.add({ path: described.path, bytes }, key);
  return described;
}

async function addExcel(metric: SiteMetric, { narrowed, key }: About, tree: Gathering): Promise<void> {
  const path = paths.excel(metric.id);
  if (await tree.takeOver([path], key)) return;
  tree.add({ path, bytes: encode(excelTable(describedMetric(narrowed, metric), metric.observations)) }, key);
}
