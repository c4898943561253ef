import type { SiteMetric } from '../pipeline/contract/site.ts';
import { remember } from './remember.ts';

/** True for a metric whose units can stand beside each other. A count or an amount grows with what it is about, and says nothing there. */
export const unitsCompare = remember(({ facts }: SiteMetric): boolean =>
  facts.some(({ beside }) => beside.whole !== null && beside.whole.difference !== null),
);
