import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';

/** The fixture's site with its goals, at every level, as `change` makes them. */
export function siteWith(change: (goal: JudgedGoal) => JudgedGoal, given: Partial<Site> = {}): Site {
  const site = fixtureSite(given);
  const changed = (goal: JudgedGoal): JudgedGoal => change({ ...goal, goals: goal.goals.map(changed) });
  return { ...site, plans: site.plans.map(plan => ({ ...plan, goals: plan.goals.map(changed) })) };
}

/** One page's words, with plain spaces. */
export async function wordsOf(site: Site, path: string): Promise<string> {
  const page = (await sitePages(site, SOME_ASSETS)).find(one => one.path === path)!.render();
  return page.html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.');
}
