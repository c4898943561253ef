import type { SiteMetric } from '../pipeline/contract/site.ts';
import { membersOf } from './place-of.ts';
import type { SiteIndex } from './site-index.ts';

/** False where a metric's figures for a place as a whole tell nothing: there are none, or they are a whole that is divided, always 100 %. */
export function hasWhole(index: SiteIndex, metric: SiteMetric, place: string): boolean {
  const members = membersOf(index, metric, place);
  const valued = metric.observations.filter(({ value }) => value !== null);
  const own = valued.filter(o => o.members.every((member, i) => member === members[i]));
  const isDivided = metric.unit_id === 'percent' && own.every(({ value }) => value === 100) && valued.some(({ value }) => value !== 100);
  return own.length > 0 && !isDivided;
}
