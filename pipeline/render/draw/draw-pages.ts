import { setImmediate } from 'node:timers/promises';
import type { SitePage } from '../../../dashboards/render-site.ts';
import type { Site } from '../../contract/site.ts';
import { drawPage } from './draw-page.ts';
import type { Drawer } from './drawer.ts';
import { toPlain } from './plain-site.ts';

/** The pages of one metric that are to be drawn, and the site narrowed to it, made when its turn comes. */
export interface MetricPages {
  narrowed(): Site;
  pages: readonly SitePage[];
}

/** A drawer has the next pages with it while it draws, so that it need not wait for this thread. */
const AT_ONCE = 2;

/**
 * Draws pages: `others` in this thread, and the metrics' in the drawers and, when the others are done, here too; which of them drew a page makes no
 * difference to it. HTML by path. Throws the first error, which names its page.
 */
export async function drawPages(
  others: readonly SitePage[],
  metrics: readonly MetricPages[],
  drawers: readonly Drawer[],
): Promise<ReadonlyMap<string, string>> {
  const html = new Map<string, string>();
  const queue = metrics.values();
  let failed = false;
  const drawAway = async (drawer: Drawer): Promise<void> => {
    for (const { narrowed, pages } of queue) {
      if (failed) return;
      const drawn = await drawer.draw({ site: toPlain(narrowed()), paths: pages.map(({ path }) => path) });
      for (const [i, { path }] of pages.entries()) html.set(path, drawn[i]!);
    }
  };
  const drawHere = async (pages: Iterable<SitePage>): Promise<void> => {
    for (const page of pages) {
      if (failed) return;
      html.set(page.path, drawPage(page));
      // Drawers' answers are taken between two pages.
      await setImmediate();
    }
  };
  const here = async (): Promise<void> => {
    await drawHere(others);
    for (const { pages } of queue) await drawHere(pages);
  };
  const work = [...drawers.flatMap(drawer => Array.from({ length: AT_ONCE }, () => drawAway(drawer))), here()];
  try {
    await Promise.all(work);
  } catch (error) {
    failed = true;
    await Promise.allSettled(work);
    throw error;
  }
  return html;
}
