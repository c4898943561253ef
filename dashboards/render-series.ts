import type { Site, SiteMetric } from '../pipeline/contract/site.ts';
import type { SeriesFile } from '../pipeline/contract/series.ts';
import { remember } from './remember.ts';
import { seriesFile, seriesNodes } from './series-file.ts';

/** The compact JSON files of a metric, by node, as text; the caller names them by their hash. */
export const renderSeries = (site: Site, metric: SiteMetric): { node: string; json: string }[] =>
  seriesNodes(site, metric).map(node => ({ node, json: jsonOf(seriesFile(site, metric, node)) }));

const jsonOf = remember((file: SeriesFile) => JSON.stringify(file));
