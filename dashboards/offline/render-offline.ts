import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { ICON_PATH } from '../icon.ts';
import { paths } from '../paths.ts';
import type { OfflinePlan } from './plan.ts';

/** Pages that a first visit keeps in the background: as many as a bad network stands. */
const MOST_LIKELY = 80;

/** A page of a tree. `version` changes with its content; `html` is empty for a metric's page that was not drawn this time. */
export interface OfflinePage {
  path: string;
  version: string;
  html: string;
}

/**
 * `sw.js`: the plan of a tree, and the service worker's own script, `worker`, which is the same in every tree. It is made of the tree's
 * pages and assets, stamps aside, and of its date: the same edition has the same bytes.
 */
export async function renderOffline(site: Site, worker: string, assets: readonly string[], pages: readonly OfflinePage[]): Promise<string> {
  const shell = [paths.overview, paths.offline, ICON_PATH, ...assets.filter(path => path !== worker).sort()];
  const plan: OfflinePlan = {
    audience: site.audience,
    content: await digest([...assets, ...pages.map(({ path, version }) => `${path} ${version}`)]),
    date: formatDay(site.as_of),
    shell,
    likely: likelyPages(pages)
      .filter(path => !shell.includes(path))
      .slice(0, MOST_LIKELY),
  };
  return `self.malbild=${JSON.stringify(plan)};\nimportScripts(${JSON.stringify(worker)});\n`;
}

/** The lists and standing pages, then what the overview, the lists and the boards lead to: not reports, which say again what those pages say. */
function likelyPages(pages: readonly OfflinePage[]): string[] {
  const byPath = new Map(pages.map(({ path, html }) => [path, html]));
  const lists = [paths.overview, paths.goals, paths.boards, paths.metrics];
  const boards = [...byPath.keys()].filter(path => path.startsWith('namnd/')).sort();
  const led = [...lists, ...boards].flatMap(path => linksOf(path, byPath.get(path) ?? ''));
  return [...new Set([...lists, paths.search, paths.about, paths.openData, paths.dataQuality, paths.sources, ...led])].filter(
    path => byPath.has(path) && !path.startsWith('rapport/'),
  );
}

/** Pages of the tree that a page leads to, in the order they stand. */
const linksOf = (page: string, html: string): string[] =>
  [...html.matchAll(/href="([^"#:]+\.html)(?:#[^"]*)?"/g)].map(([, href]) =>
    decodeURIComponent(new URL(href!, `http://tree/${page}`).pathname.slice(1)),
  );

/** Of texts, in whatever order. */
async function digest(texts: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([...texts].sort().join('\n')));
  return [...new Uint8Array(bytes).slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
