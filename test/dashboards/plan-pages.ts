import type { JudgedGoal } from '../../pipeline/contract/goals.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';

const assets = { css: '', scripts: { drill: 'assets/drill-1.js', due: 'assets/due-1.js' }, explore: { bytes: 400_000, packed: 80_000 } };

/** The fixture's site with its goals, at every level, as `change` makes them. */
export function siteWith(change: (goal: JudgedGoal) => JudgedGoal, given: Partial<Site> = {}): Site {
  const site = fixtureSite(given);
  const changed = (goal: JudgedGoal): JudgedGoal => change({ ...goal, goals: goal.goals.map(changed) });
  return { ...site, plans: site.plans.map(plan => ({ ...plan, goals: plan.goals.map(changed) })) };
}

/** One page's words, with plain spaces. */
export async function wordsOf(site: Site, path: string): Promise<string> {
  const page = (await sitePages(site, assets)).find(one => one.path === path)!.render();
  return page.html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.');
}
