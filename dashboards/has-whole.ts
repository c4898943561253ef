import type { Observation } from '../pipeline/contract/observation.ts';
import type { SiteMetric } from '../pipeline/contract/site.ts';
import { membersOf } from './place-of.ts';
import { remember } from './remember.ts';
import type { SiteIndex } from './site-index.ts';

/** False where a metric's figures for a place as a whole tell nothing: there are none, or they are a whole that is divided, always 100 %. */
export function hasWhole(index: SiteIndex, metric: SiteMetric, place: string): boolean {
  const own = valuedByMembers(metric.observations).get(membersOf(index, metric, place).join('|')) ?? [];
  const isDivided = metric.unit_id === 'percent' && own.every(isAll) && metric.observations.some(o => o.value !== null && !isAll(o));
  return own.length > 0 && !isDivided;
}

const isAll = ({ value }: Observation): boolean => value === 100;

/** Rows that have a value, grouped once however many places ask. */
const valuedByMembers = remember((observations: SiteMetric['observations']): ReadonlyMap<string, readonly Observation[]> => {
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (o.value === null) continue;
    const key = o.members.join('|');
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  }
  return groups;
});
