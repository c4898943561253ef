import type { Site, SiteMetric } from '../contract/site.ts';
import { digestOf } from '../words/digest.ts';
import { digestOnce, rowsDigest } from '../words/rows-digest.ts';

const known = new WeakMap<SiteMetric, string>();

/** The digest of everything that a site says. What many narrowed sites share is digested once. */
export const siteDigest = (site: Site): string =>
  digestOf(
    Object.entries(site).map(([name, value]: [string, unknown]) => [
      name,
      name === 'metrics' ? site.metrics.map(metricDigest) : parts(value),
    ]),
  );

const parts = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(parts) : typeof value === 'object' && value !== null ? digestOnce(value) : value;

function metricDigest(metric: SiteMetric): string {
  const { observations, judgements, ...said } = metric;
  const digest = known.get(metric) ?? digestOf([Object.values(said).map(parts), rowsDigest(observations), digestOnce(judgements())]);
  known.set(metric, digest);
  return digest;
}
