// Runs in a thread of its own: draws the pages of one metric after another, each from the site narrowed to it.
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteAssets } from '../../../dashboards/render-site.ts';
import { sitePages } from '../../../dashboards/render-site.ts';
import { drawPage } from './draw-page.ts';
import type { PlainSite } from './plain-site.ts';
import { fromPlain } from './plain-site.ts';

/** Pages to draw from one narrowed site, in the order they are answered. */
export interface DrawingAsked {
  number: number;
  site: PlainSite;
  paths: readonly string[];
}

/** Their HTML, or why one of them has none. */
export type DrawingAnswered = { number: number } & ({ pages: readonly string[] } | { error: unknown });

const assets = workerData as SiteAssets;

parentPort!.on('message', ({ number, site, paths }: DrawingAsked) => {
  draw(site, paths).then(
    pages => answer({ number, pages }),
    (error: unknown) => answer({ number, error }),
  );
});

async function draw(site: PlainSite, paths: readonly string[]): Promise<string[]> {
  const pages = new Map((await sitePages(fromPlain(site), assets)).map(page => [page.path, page]));
  return paths.map(path => drawPage(pages.get(path)!));
}

const answer = (answered: DrawingAnswered): void => parentPort!.postMessage(answered);
