import type { ExploreFile } from '../../contract/explore.ts';
import type { CellJudgement } from '../../contract/judgements.ts';
import type { Site, SiteMetric } from '../../contract/site.ts';

/** A site without functions, as it is sent to another thread: what they would return stands in their place. */
export type PlainSite = Omit<Site, 'metrics'> & { metrics: readonly PlainMetric[] };
type PlainMetric = Omit<SiteMetric, 'judgements' | 'explore'> & { judgements: readonly CellJudgement[]; explore: ExploreFile };

export const toPlain = (site: Site): PlainSite => ({
  ...site,
  metrics: site.metrics.map(metric => ({ ...metric, judgements: metric.judgements(), explore: metric.explore() })),
});

export const fromPlain = (site: PlainSite): Site => ({
  ...site,
  metrics: site.metrics.map(metric => ({ ...metric, judgements: () => metric.judgements, explore: () => metric.explore })),
});
