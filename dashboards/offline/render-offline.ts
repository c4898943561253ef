import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { ICON_PATH } from '../icon.ts';
import { paths } from '../paths.ts';
import type { OfflinePlan } from './plan.ts';

/** Bytes of pages, as written, that a first visit may keep in the background; about a sixth of them is sent. */
const ROOM = 6_000_000;

interface TreeFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * `sw.js`: the plan of a tree, and the service worker's own script, `worker`, which is the same in every tree. It is made of the tree's
 * pages and assets, stamps aside, and of its date: the same edition has the same bytes.
 */
export async function renderOffline(site: Site, worker: string, files: readonly TreeFile[]): Promise<string> {
  const pages = new Map(files.filter(({ path }) => path.endsWith('.html')).map(({ path, bytes }) => [path, bytes]));
  const assets = files.map(({ path }) => path).filter(path => path.startsWith('assets/') && path !== worker);
  const shell = [paths.overview, paths.offline, ICON_PATH, ...assets.sort()];
  const plan: OfflinePlan = {
    audience: site.audience,
    content: await digest(pages, assets),
    date: formatDay(site.as_of),
    shell,
    likely: likelyPages(pages).filter(path => !shell.includes(path)),
  };
  return `self.malbild=${JSON.stringify(plan)};\nimportScripts(${JSON.stringify(worker)});\n`;
}

/** The lists and standing pages, then what the overview, the lists and the boards lead to, until there is no more room. */
function likelyPages(pages: ReadonlyMap<string, Uint8Array>): string[] {
  const lists = [paths.overview, paths.goals, paths.boards, paths.metrics];
  const boards = [...pages.keys()].filter(path => path.startsWith('namnd/')).sort();
  const led = [...lists, ...boards].flatMap(path => linksOf(path, new TextDecoder().decode(pages.get(path))));
  let room = ROOM;
  return [...new Set([...lists, paths.search, paths.about, paths.openData, paths.dataQuality, paths.sources, ...led])].filter(path => {
    const bytes = pages.get(path)?.length ?? Infinity;
    if (bytes > room) return false;
    room -= bytes;
    return true;
  });
}

/** Pages of the tree that a page leads to, in the order they stand. */
const linksOf = (page: string, html: string): string[] =>
  [...html.matchAll(/href="([^"#:]+\.html)(?:#[^"]*)?"/g)].map(([, href]) =>
    decodeURIComponent(new URL(href!, `http://tree/${page}`).pathname.slice(1)),
  );

async function digest(pages: ReadonlyMap<string, Uint8Array>, assets: readonly string[]): Promise<string> {
  const texts = [...assets];
  for (const [path, bytes] of pages) texts.push(`${path} ${await sha256(bytes)}`);
  return (await sha256(new TextEncoder().encode(texts.sort().join('\n')))).slice(0, 16);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digested = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digested)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
