import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { ICON_PATH } from '../icon.ts';
import { paths } from '../paths.ts';
import type { OfflinePlan } from './plan.ts';

/** How many pages a first visit may keep in the background. */
const LIKELY_PAGES = 120;

/** A tree's files but `sw.js`: those that were made, the paths of those that are as in the edition before, and what some were made of. */
interface TreeFiles {
  files: readonly { path: string; bytes: Uint8Array }[];
  same: readonly string[];
  /** By path, what says all that a file was made of; not of every file. */
  keys: Readonly<Record<string, string>>;
}

/**
 * `sw.js`: the plan of a tree, and the service worker's own script, `worker`, which is the same in every tree. It is made of the tree's
 * pages and assets, stamps aside, and of its date: the same edition has the same bytes, whatever of it was taken over from the one before.
 */
export async function renderOffline(site: Site, worker: string, tree: TreeFiles): Promise<string> {
  const all = [...tree.files.map(({ path }) => path), ...tree.same].sort();
  const assets = all.filter(path => path.startsWith('assets/') && path !== worker);
  const shell = [paths.overview, paths.offline, ICON_PATH, ...assets];
  const plan: OfflinePlan = {
    audience: site.audience,
    content: await digest(tree, assets),
    date: formatDay(site.as_of),
    shell,
    likely: likelyPages(tree, new Set(all)).filter(path => !shell.includes(path)),
  };
  return `self.malbild=${JSON.stringify(plan)};\nimportScripts(${JSON.stringify(worker)});\n`;
}

/** The lists and standing pages, then what the overview, the lists and the boards lead to, up to a number. */
function likelyPages({ files }: TreeFiles, there: ReadonlySet<string>): string[] {
  const pages = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const lists = [paths.overview, paths.goals, paths.boards, paths.metrics];
  const boards = [...pages.keys()].filter(path => path.startsWith('namnd/')).sort();
  const led = [...lists, ...boards].flatMap(path => linksOf(path, new TextDecoder().decode(pages.get(path))));
  const likely = [...lists, paths.search, paths.about, paths.openData, paths.dataQuality, paths.sources, ...led];
  return [...new Set(likely)].filter(path => there.has(path)).slice(0, LIKELY_PAGES);
}

/** Pages of the tree that a page leads to, in the order they stand. */
const linksOf = (page: string, html: string): string[] =>
  [...html.matchAll(/href="([^"#:]+\.html)(?:#[^"]*)?"/g)].map(([, href]) =>
    decodeURIComponent(new URL(href!, `http://tree/${page}`).pathname.slice(1)),
  );

/** Of each page what it was made of, or where nobody has asked for that, its bytes. */
async function digest({ files, same, keys }: TreeFiles, assets: readonly string[]): Promise<string> {
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  const texts = await Promise.all(pages.map(async ({ path, bytes }) => `${path} ${keys[path] ?? (await sha256(bytes))}`));
  for (const path of same) if (path.endsWith('.html')) texts.push(`${path} ${keys[path]}`);
  return (await sha256(new TextEncoder().encode([...assets, ...texts].sort().join('\n')))).slice(0, 16);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digested = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digested)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
