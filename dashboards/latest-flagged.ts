import type { Observation } from '../pipeline/contract/observation.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import { membersOf } from './place-of.ts';
import type { SiteIndex } from './site-index.ts';

/** Where nothing is settled: the last finished period that has a flag, which says why. */
export const latestFlagged = (index: SiteIndex, metric: SiteMetric, node: string): Observation | null =>
  index
    .cells(metric, metric.finest, 'period', membersOf(index, metric, node))
    .findLast(({ flag, marks }) => flag !== null && !marks.includes('partial')) ?? null;
