import { availableParallelism } from 'node:os';
import type { SiteAssets } from '../../../dashboards/render-site.ts';
import { startDrawer, type Drawer } from './drawer.ts';

/** The threads of a run that draw beside its own, for as long as there are pages. */
export interface Drawers {
  /** Threads for so many metric pages: none where they would hardly be ready before the pages are. */
  forPages(count: number): readonly Drawer[];
  end(): Promise<void>;
}

/** What a thread takes to start is what so many pages take. */
const WORTH_A_THREAD = 100;

/** A thread knows the whole of Vega and one metric, some hundred MB: more of them than this are not worth their memory. */
const MOST = 3;

/** What threads run, beside this file in the bundle; null where the sources run, which Node's threads do not read. */
const SCRIPT = import.meta.url.endsWith('.ts') ? null : new URL('./draw-worker.js', import.meta.url);

/** `cores`: how many there are, of which this thread has one. */
export function drawersOf(assets: SiteAssets, script = SCRIPT, cores = availableParallelism()): Drawers {
  const started: Drawer[] = [];
  return {
    forPages: count => {
      const worth = script === null ? 0 : Math.min(cores - 1, MOST, Math.floor(count / WORTH_A_THREAD));
      while (script !== null && started.length < worth) started.push(startDrawer(script, assets));
      return started.slice(0, worth);
    },
    end: async () => void (await Promise.all(started.map(drawer => drawer.end()))),
  };
}

/** Every page is drawn in this thread. */
export const NO_DRAWERS: Drawers = { forPages: () => [], end: async () => undefined };
