import { Worker } from 'node:worker_threads';
import type { SiteAssets } from '../../../dashboards/render-site.ts';
import type { DrawingAnswered, DrawingAsked } from './draw-worker.ts';

/** A thread that draws pages. */
export interface Drawer {
  /** The HTML of the pages, in their order. Throws what the drawing threw, and where the thread ended. */
  draw(asked: Omit<DrawingAsked, 'number'>): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Much of what a page is made of is forgotten at once: MB of young objects, which else are cleared away too often. */
const YOUNG_MB = 192;

export function startDrawer(script: URL, assets: SiteAssets): Drawer {
  const worker = new Worker(script, { workerData: assets, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const waiting = new Map<number, { resolve(pages: readonly string[]): void; reject(error: unknown): void }>();
  let number = 0;
  let ended: Error | null = null;
  const endWith = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (answered: DrawingAnswered) => {
    const { resolve, reject } = waiting.get(answered.number)!;
    waiting.delete(answered.number);
    if ('error' in answered) reject(answered.error);
    else resolve(answered.pages);
  });
  worker.on('error', endWith);
  worker.on('exit', code => endWith(new Error(`the thread that draws pages ended with ${code}`)));
  return {
    draw: asked =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.set(++number, { resolve, reject });
        worker.postMessage({ number, ...asked } satisfies DrawingAsked);
      }),
    end: async () => void (await worker.terminate()),
  };
}
