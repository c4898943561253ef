import type { Change } from '../pipeline/contract/site.ts';
import { metricPageOf } from './judged-figure.ts';
import { paths } from './paths.ts';
import type { SiteIndex } from './site-index.ts';

/** The page about what changed; null where there is none. */
export function changePath(index: SiteIndex, change: Change): string | null {
  if (change.type === 'revised') return metricPageOf(index, change.metric, '*');
  const goal = index.goals.find(({ plan, goal }) => plan.plan === change.plan && goal.id === change.id);
  if (goal) return paths.goal(change.plan, change.id);
  const owner = index.indicators.find(({ plan, indicator }) => plan.plan === change.plan && indicator.id === change.id);
  if (!owner) return null;
  return metricPageOf(index, owner.indicator.metric, owner.indicator.place) ?? paths.goal(change.plan, owner.goal.id);
}
