import type { Page } from 'playwright-core';

/** Reads a page's heap: megabytes of objects after a collection. */
export async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
}

/** Says what the heap was after `warm` steps and after `steps` more: a difference that grows with steps is a leak. */
export const printHeap = (warm: number, before: number, steps: number, after: number): void =>
  console.log(`heap after ${warm} steps ${before.toFixed(1)} MB, after ${steps} more ${after.toFixed(1)} MB`);
