import type { Page } from 'playwright-core';

const WARM = 50;
const STEPS = 200;

/** What steps took, in milliseconds, and the page's heap before and after them, in megabytes of objects after a collection. */
export interface Taken {
  times: readonly number[];
  before: number;
  after: number;
}

/** Takes some steps that are not counted, and then those that are. `take` takes so many steps and gives what each took. */
export async function takeSteps(page: Page, take: (steps: number) => Promise<number[]>): Promise<Taken> {
  const session = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
  await take(WARM);
  const before = await heap();
  const times = await take(STEPS);
  return { times, before, after: await heap() };
}

/** Says what the heap was after the first steps and after those that are counted: a difference that grows with steps is a leak. */
export const printHeap = ({ before, after }: Taken): void =>
  console.log(`heap after ${WARM} steps ${before.toFixed(1)} MB, after ${STEPS} more ${after.toFixed(1)} MB`);
